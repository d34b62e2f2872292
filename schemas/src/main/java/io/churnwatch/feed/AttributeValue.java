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

    /** The allowed names of extra features. */
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
     * Parses a text, such as a CSV cell; blank is unknown.
     *
     * @throws InvalidUpdateException naming the feature, when a text is too long or cannot be stored
     */
    public static Optional<AttributeValue> parse(String name, String cell) throws InvalidUpdateException {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble number = DecimalText.parse(text);
        return Optional.of(check(name, number.isPresent() ? number.getAsDouble() : text));
    }

    /**
     * The value that came from outside; true and false become 1 and 0.
     *
     * @param field named by the refusal
     * @param raw a {@link Number}, {@link Boolean} or {@link String}; null for an object or an array
     * @throws InvalidUpdateException when the value is none of them, a number is not finite, or a text is too long or cannot be
     *     stored
     */
    public static AttributeValue check(String field, @Nullable Object raw) throws InvalidUpdateException {
        if (raw instanceof Number number && Double.isFinite(number.doubleValue())) {
            return of(number.doubleValue());
        }
        if (raw instanceof Boolean flag) {
            return of(flag ? 1.0 : 0.0);
        }
        if (raw instanceof String text) {
            return of(checked(field, text));
        }
        throw new InvalidUpdateException(
                RejectionReason.WRONG_TYPE, field, "must be a number, a string, true or false");
    }

    private static String checked(String field, String text) throws InvalidUpdateException {
        if (Texts.length(text) > TEXT_LENGTH_MAX) {
            throw new InvalidUpdateException(
                    RejectionReason.OUT_OF_RANGE, field, "is longer than " + TEXT_LENGTH_MAX + " characters");
        }
        if (!Texts.isStorable(text)) {
            throw new InvalidUpdateException(RejectionReason.OUT_OF_RANGE, field, Texts.NOT_STORABLE);
        }
        return text;
    }

    /**
     * Checks the name of a profile's attribute.
     *
     * @param count of the profile's attributes so far, with this one
     * @throws InvalidUpdateException when there are too many, or the name has another form than {@link #NAME}
     */
    public static void checkName(String name, int count) throws InvalidUpdateException {
        if (count > CustomerProfile.ATTRIBUTES_MAX || !NAME.matcher(name).matches()) {
            throw new InvalidUpdateException(
                    RejectionReason.OUT_OF_RANGE,
                    "attributes",
                    "may hold " + CustomerProfile.ATTRIBUTES_MAX + " names of the form " + NAME);
        }
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
