package io.churnwatch.scoring.jpmml;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.DecimalText;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The column of a file that holds an input field. */
record InputColumn(InputField field, int index) {
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
        OptionalDouble number = DecimalText.parse(text);
        if (number.isEmpty()) {
            throw new NotScorableException(field.name(), field.name() + " is '" + text + "', which is not a number");
        }
        return number.getAsDouble();
    }
}
