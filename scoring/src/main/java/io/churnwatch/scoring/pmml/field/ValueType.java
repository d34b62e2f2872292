package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.Precision;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import org.dmg.pmml.DataType;

/**
 * The type of a value, and how text and numbers become one. Every value is a double: a number as it is, a yes or no as 1 or 0, a
 * text as its code in {@link Symbols}.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/DataDictionary.html">PMML 4.4, Data Dictionary</a>
 */
public enum ValueType {
    STRING,
    BOOLEAN,
    INTEGER,
    FLOAT,
    DOUBLE;

    public static ValueType of(DataType type, String place) throws UnsupportedPmmlException {
        return switch (type) {
            case STRING -> STRING;
            case BOOLEAN -> BOOLEAN;
            case INTEGER -> INTEGER;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            default -> throw new UnsupportedPmmlException("Not supported: " + place + " of type " + type.value());
        };
    }

    /** The type of the numbers that a model computes with. */
    public static ValueType of(Precision precision) {
        return precision == Precision.FLOAT ? FLOAT : DOUBLE;
    }

    public boolean isNumber() {
        return this == INTEGER || this == FLOAT || this == DOUBLE;
    }

    /** The type of a number that is computed from two others: the wider one. */
    ValueType with(ValueType other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * A number as a value of this type.
     *
     * @return never −0
     * @throws NumberFormatException when this type has no such value
     */
    double cast(double number) {
        return switch (this) {
            case DOUBLE -> number + 0.0;
            case FLOAT -> (float) number + 0.0f;
            case INTEGER -> (int) checked(number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE, number);
            case BOOLEAN -> checked(number == 0 || number == 1, number) + 0.0;
            case STRING -> throw new IllegalStateException("A text is no number");
        };
    }

    /**
     * Reads a value that is no text.
     *
     * @throws NumberFormatException when it is none of this type
     */
    double parse(String text) {
        double number = number(text);
        return this == FLOAT && Double.isFinite(number) && !isFlag(text)
                ? Float.parseFloat(text) + 0.0f // once from the decimal, not by way of a double
                : cast(number);
    }

    private static double number(String text) {
        if (isFlag(text)) {
            return text.equalsIgnoreCase("true") ? 1 : 0;
        }
        if (text.equalsIgnoreCase("INF")) {
            return Double.POSITIVE_INFINITY;
        }
        return text.equalsIgnoreCase("-INF") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
    }

    private static boolean isFlag(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static double checked(boolean valid, double number) {
        if (!valid) {
            throw new NumberFormatException(String.valueOf(number));
        }
        return number;
    }
}
