package io.churnwatch.feed;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer's data: the columns of {@code customer_churn} and any further named features of the bank.
 * Null is unknown. Money is a double that holds whole cents.
 */
public record CustomerProfile(
        @Nullable Integer rowNumber,
        @Nullable String surname,
        @Nullable Integer creditScore,
        @Nullable String geography,
        @Nullable String gender,
        @Nullable Integer age,
        @Nullable Integer tenure,
        @Nullable Double balance,
        @Nullable Integer numOfProducts,
        @Nullable Boolean hasCrCard,
        @Nullable Boolean isActiveMember,
        @Nullable Double estimatedSalary,
        @Nullable Boolean exited,
        Map<String, AttributeValue> attributes) {

    /** Most extra features that a customer may have. */
    public static final int ATTRIBUTES_MAX = 200;

    /** A profile of which nothing is known. */
    public static final CustomerProfile UNKNOWN = new Builder().build();

    public CustomerProfile {
        // State written before attributes existed reads back as null.
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** True only when the customer is known to have left. */
    public boolean hasExited() {
        return Boolean.TRUE.equals(exited);
    }

    public Builder toBuilder() {
        Builder builder = new Builder();
        for (ProfileField field : ProfileField.values()) {
            builder.set(field, field.of(this));
        }
        builder.attributes.putAll(attributes);
        return builder;
    }

    /** Collects a profile field by field. Not thread-safe. */
    public static final class Builder {
        private final @Nullable Object[] values = new @Nullable Object[ProfileField.values().length];
        private final Map<String, AttributeValue> attributes = new TreeMap<>();

        /** Sets a field to a value of its kind, as {@link ProfileField#check} returns it, or to unknown. */
        public Builder set(ProfileField field, @Nullable Object value) {
            values[field.ordinal()] = value;
            return this;
        }

        /** Sets an extra named feature, or makes it unknown. */
        public Builder attribute(String name, @Nullable AttributeValue value) {
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, value);
            }
            return this;
        }

        public CustomerProfile build() {
            return new CustomerProfile(
                    (Integer) at(ProfileField.ROW_NUMBER),
                    (String) at(ProfileField.SURNAME),
                    (Integer) at(ProfileField.CREDIT_SCORE),
                    (String) at(ProfileField.GEOGRAPHY),
                    (String) at(ProfileField.GENDER),
                    (Integer) at(ProfileField.AGE),
                    (Integer) at(ProfileField.TENURE),
                    (Double) at(ProfileField.BALANCE),
                    (Integer) at(ProfileField.NUM_OF_PRODUCTS),
                    (Boolean) at(ProfileField.HAS_CR_CARD),
                    (Boolean) at(ProfileField.IS_ACTIVE_MEMBER),
                    (Double) at(ProfileField.ESTIMATED_SALARY),
                    (Boolean) at(ProfileField.EXITED),
                    attributes);
        }

        private @Nullable Object at(ProfileField field) {
            return values[field.ordinal()];
        }
    }
}
