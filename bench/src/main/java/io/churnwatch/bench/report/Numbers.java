package io.churnwatch.bench.report;

import java.util.Locale;

/** Numbers as the report writes them: three digits or whole. */
public final class Numbers {
    public static String inWords(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    private Numbers() {}
}
