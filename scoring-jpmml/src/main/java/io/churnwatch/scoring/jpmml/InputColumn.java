package io.churnwatch.scoring.jpmml;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The column of a file that holds an input field. */
record InputColumn(InputField field, int index) {
    /** Narrower than {@link Double#parseDouble}, which also takes 1f, 0x1p3 and NaN. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d++\\.?+\\d*+|\\.\\d++)([eE][-+]?\\d++)?");

    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    /**
     * The value of the cell, null where it is empty.
     *
     * @throws NotScorableException when the field is a number and the cell is none
     */
    @Nullable
    AttributeValue read(List<String> cells) throws NotScorableException {
        String cell = cells.get(index);
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.kind()) {
            case NUMBER -> AttributeValue.of(number(text));
            case CATEGORY -> AttributeValue.of(field.categories().contains(cell) ? cell : text);
        };
    }

    /** Yes and no are 1 and 0, as everywhere; t and f is how PostgreSQL writes them. */
    private double number(String text) throws NotScorableException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes" -> 1;
            case "false", "f", "no" -> 0;
            default -> decimal(text);
        };
    }

    private double decimal(String text) throws NotScorableException {
        if (!isNumber(text)) {
            throw new NotScorableException(field.name(), field.name() + " is '" + text + "', which is not a number");
        }
        return Double.parseDouble(text);
    }
}
