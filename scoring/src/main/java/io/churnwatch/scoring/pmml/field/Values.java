package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;

/** Reads the values that a document writes as text. */
public final class Values {
    /**
     * The value that a text is.
     *
     * @throws UnsupportedPmmlException when the text is no value of the type, or is not a number
     */
    public static double parse(String text, ValueType type, Symbols symbols, String place)
            throws UnsupportedPmmlException {
        if (type == ValueType.STRING) {
            return symbols.name(text);
        }
        try {
            double value = type.parse(text);
            if (!Double.isNaN(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new UnsupportedPmmlException("'" + text + "' is no " + type + " in " + place, e);
        }
        throw new UnsupportedPmmlException("Not supported: NaN in " + place);
    }

    private Values() {}
}
