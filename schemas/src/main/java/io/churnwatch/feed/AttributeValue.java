package io.churnwatch.feed;

import org.jspecify.annotations.Nullable;

/**
 * The value of an extra named feature: a number or a text, exactly one of the two. (A model knows only continuous and
 * categorical fields; a bank's yes/no is written as 1 or 0.)
 */
public record AttributeValue(
        @Nullable Double number, @Nullable String text) {
    /** Longest text, in characters of Unicode. */
    public static final int TEXT_LENGTH_MAX = 200;

    public AttributeValue {
        if ((number == null) == (text == null)) {
            throw new IllegalArgumentException("An attribute is either a number or a text");
        }
        if (number != null && !Double.isFinite(number)) {
            throw new IllegalArgumentException("An attribute's number must be finite: " + number);
        }
    }

    public static AttributeValue of(double number) {
        return new AttributeValue(number, null);
    }

    public static AttributeValue of(String text) {
        return new AttributeValue(null, text);
    }

    /** As a category: 1.0 and "1" are the same one to a model that was trained on whole numbers. */
    public String asText() {
        if (number == null) {
            return String.valueOf(text);
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : number.toString();
    }
}
