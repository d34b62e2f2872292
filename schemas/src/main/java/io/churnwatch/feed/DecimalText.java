package io.churnwatch.feed;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A number as files write it: {@code -12.5}, {@code 1e3}. */
public final class DecimalText {
    /** Narrower than {@link Double#parseDouble}, which also takes 1D, 1f, 0x1p3 and NaN: a bank's codes may look like that. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d++\\.?+\\d*+|\\.\\d++)([eE][-+]?\\d++)?");

    /** The number, finite; empty when the text is none. */
    public static OptionalDouble parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private DecimalText() {}
}
