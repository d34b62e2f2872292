package io.churnwatch.feed;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of an extra named feature: a number or a text, exactly one of the two. (A model knows only continuous and
 * categorical fields; a bank's yes/no is written as 1 or 0.)
 */
public record AttributeValue(
        @Nullable Double number, @Nullable String text) {
    /** Longest text, in characters of Unicode. */
    public static final int TEXT_LENGTH_MAX = 200;

    /** Longest name of an extra feature, in characters. */
    public static final int NAME_LENGTH_MAX = 63;

    /** What an extra feature may be called. */
    public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0," + (NAME_LENGTH_MAX - 1) + "}");

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

    /**
     * The value that a text (a CSV cell) stands for; blank is unknown.
     *
     * @throws InvalidUpdateException naming the feature, when a text is too long or cannot be stored
     */
    public static Optional<AttributeValue> parse(String name, String cell) throws InvalidUpdateException {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble number = DecimalText.parse(text);
        return Optional.of(number.isPresent() ? of(number.getAsDouble()) : of(checked(name, text)));
    }

    private static String checked(String name, String text) throws InvalidUpdateException {
        if (Texts.length(text) > TEXT_LENGTH_MAX) {
            throw new InvalidUpdateException(
                    RejectionReason.OUT_OF_RANGE, name, "is longer than " + TEXT_LENGTH_MAX + " characters");
        }
        if (!Texts.isStorable(text)) {
            throw new InvalidUpdateException(RejectionReason.OUT_OF_RANGE, name, Texts.NOT_STORABLE);
        }
        return text;
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
