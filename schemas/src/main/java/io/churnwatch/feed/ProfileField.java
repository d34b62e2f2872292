package io.churnwatch.feed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a customer's profile: name, kind and the values that are believable. The one place where a range is
 * written: the JSON decoder, the CSV reader and the API check with it, and the tests hold the JSON Schema against it.
 *
 * <p>The order is part of the stored state (a field's position is its bit): append only.
 */
public enum ProfileField {
    ROW_NUMBER(Kind.INTEGER, 0, Integer.MAX_VALUE, CustomerProfile::rowNumber),
    SURNAME(Kind.TEXT, 0, 50, CustomerProfile::surname),
    CREDIT_SCORE(Kind.INTEGER, 300, 900, CustomerProfile::creditScore),
    GEOGRAPHY(Kind.TEXT, 0, 50, CustomerProfile::geography),
    GENDER(Kind.TEXT, 0, 10, CustomerProfile::gender),
    AGE(Kind.INTEGER, 18, 120, CustomerProfile::age),
    TENURE(Kind.INTEGER, 0, 100, CustomerProfile::tenure),
    BALANCE(Kind.MONEY, 0, 9_999_999_999_999d, CustomerProfile::balance),
    NUM_OF_PRODUCTS(Kind.INTEGER, 0, 100, CustomerProfile::numOfProducts),
    HAS_CR_CARD(Kind.BOOLEAN, 0, 1, CustomerProfile::hasCrCard),
    IS_ACTIVE_MEMBER(Kind.BOOLEAN, 0, 1, CustomerProfile::isActiveMember),
    ESTIMATED_SALARY(Kind.MONEY, 0, 9_999_999_999_999d, CustomerProfile::estimatedSalary),
    EXITED(Kind.BOOLEAN, 0, 1, CustomerProfile::exited);

    /** The Java type of a field's values: {@link Integer}, {@link Double} (whole cents), {@link Boolean} or {@link String}. */
    public enum Kind {
        INTEGER,
        MONEY,
        BOOLEAN,
        TEXT
    }

    /** By the folded name, and by the usual spellings as they are: models ask by those for every score. */
    private static final Map<String, ProfileField> BY_NAME = byName();

    private final Kind kind;
    private final double min;
    private final double max;
    private final Function<CustomerProfile, @Nullable Object> value;
    private final String column = name().toLowerCase(Locale.ROOT);

    ProfileField(Kind kind, double min, double max, Function<CustomerProfile, @Nullable Object> value) {
        this.kind = kind;
        this.min = min;
        this.max = max;
        this.value = value;
    }

    /** The name of the column, of the JSON property and of the model's feature: {@code credit_score}. */
    public String column() {
        return column;
    }

    public Kind kind() {
        return kind;
    }

    /** Smallest believable value; for a text, its shortest length. */
    public double min() {
        return min;
    }

    /** Largest believable value; for a text, its greatest length in characters of Unicode. */
    public double max() {
        return max;
    }

    /** This field's value in {@code profile}, null where unknown. */
    public @Nullable Object of(CustomerProfile profile) {
        return value.apply(profile);
    }

    /** The field of that name in any spelling: {@code CreditScore}, {@code credit_score} and {@code creditScore} are one. */
    public static Optional<ProfileField> named(String name) {
        ProfileField field = BY_NAME.get(name);
        return Optional.ofNullable(field == null ? BY_NAME.get(fold(name)) : field);
    }

    /** A name without case and underscores, by which two spellings of one name are equal. */
    public static String fold(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /**
     * The value in this field's type, checked against its range; money is rounded to whole cents.
     *
     * @param raw a {@link Number}, {@link Boolean} or {@link String} as it came from outside
     * @throws InvalidUpdateException naming this field, when the type or the range does not fit
     */
    public Object check(Object raw) throws InvalidUpdateException {
        return switch (kind) {
            case TEXT -> text(raw);
            case BOOLEAN -> bool(raw);
            case INTEGER -> (int) inRange(integer(raw));
            case MONEY -> Math.round(inRange(number(raw)) * 100) / 100.0;
        };
    }

    /**
     * Parses a text, such as a CSV cell; blank is unknown.
     *
     * @throws InvalidUpdateException naming this field, when the text does not read as this field's kind or is out of range
     */
    public @Nullable Object parse(String cell) throws InvalidUpdateException {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> check(text);
            case BOOLEAN -> booleanOf(text);
            case INTEGER, MONEY -> check(numberOf(text));
        };
    }

    private Object booleanOf(String text) throws InvalidUpdateException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "true", "t", "yes" -> true;
            case "0", "0.0", "false", "f", "no" -> false;
            default -> throw wrongType("'" + text + "' is neither true/false nor 1/0");
        };
    }

    private Double numberOf(String text) throws InvalidUpdateException {
        OptionalDouble number = DecimalText.parse(text);
        if (number.isEmpty()) {
            throw wrongType("'" + text + "' is not a number");
        }
        return number.getAsDouble();
    }

    private Object text(Object raw) throws InvalidUpdateException {
        if (!(raw instanceof String text)) {
            throw wrongType("must be a string");
        }
        if (Texts.length(text) > max) {
            throw outOfRange("is longer than " + (int) max + " characters");
        }
        if (!Texts.isStorable(text)) {
            throw outOfRange(Texts.NOT_STORABLE);
        }
        return text;
    }

    private Object bool(Object raw) throws InvalidUpdateException {
        if (raw instanceof Boolean) {
            return raw;
        }
        throw wrongType("must be true or false");
    }

    private double number(Object raw) throws InvalidUpdateException {
        if (raw instanceof Number number) {
            return number.doubleValue();
        }
        throw wrongType("must be a number");
    }

    private double integer(Object raw) throws InvalidUpdateException {
        double number = number(raw);
        if (number != Math.rint(number)) {
            throw wrongType("must be a whole number, not " + raw);
        }
        return number;
    }

    private double inRange(double number) throws InvalidUpdateException {
        if (number >= min && number <= max) {
            return number;
        }
        throw outOfRange("must be from " + plain(min) + " to " + plain(max) + ", not " + plain(number));
    }

    private InvalidUpdateException wrongType(String detail) {
        return new InvalidUpdateException(RejectionReason.WRONG_TYPE, column, detail);
    }

    private InvalidUpdateException outOfRange(String detail) {
        return new InvalidUpdateException(RejectionReason.OUT_OF_RANGE, column, detail);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static Map<String, ProfileField> byName() {
        Map<String, ProfileField> fields = new HashMap<>();
        for (ProfileField field : values()) {
            fields.put(fold(field.column), field);
            fields.put(field.column, field);
            fields.put(pascalCase(field.column), field);
        }
        return fields;
    }

    private static String pascalCase(String column) {
        return Arrays.stream(column.split("_", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The fields that a model may learn from: all but the identifiers and the outcome. */
    public static List<ProfileField> features() {
        return Arrays.stream(values())
                .filter(field -> field != ROW_NUMBER && field != SURNAME && field != EXITED)
                .toList();
    }
}
