package io.churnwatch.api.customer;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer's profile as JSON. In a response every member is there and null is unknown; in a request an absent member
 * means the same as null.
 */
@Serdeable.Serializable
public record Profile(
        @Schema(minimum = "0", maximum = "2147483647") @Nullable
        Integer rowNumber,

        @Schema(maxLength = 50) @Nullable String surname,
        @Schema(minimum = "300", maximum = "900") @Nullable Integer creditScore,
        @Schema(maxLength = 50) @Nullable String geography,
        @Schema(maxLength = 10) @Nullable String gender,
        @Schema(minimum = "18", maximum = "120") @Nullable Integer age,
        @Schema(minimum = "0", maximum = "100") @Nullable Integer tenure,

        @Schema(minimum = "0", maximum = "9999999999999") @Nullable
        Double balance,

        @Schema(minimum = "0", maximum = "100") @Nullable Integer numOfProducts,
        @Nullable Boolean hasCrCard,
        @Nullable Boolean isActiveMember,

        @Schema(minimum = "0", maximum = "9999999999999") @Nullable
        Double estimatedSalary,

        @Nullable Boolean exited,
        @Nullable Map<String, Object> attributes) {

    static Profile of(CustomerProfile profile) {
        return new Profile(
                profile.rowNumber(),
                profile.surname(),
                profile.creditScore(),
                profile.geography(),
                profile.gender(),
                profile.age(),
                profile.tenure(),
                profile.balance(),
                profile.numOfProducts(),
                profile.hasCrCard(),
                profile.isActiveMember(),
                profile.estimatedSalary(),
                profile.exited(),
                attributes(profile));
    }

    private static Map<String, Object> attributes(CustomerProfile profile) {
        Map<String, Object> attributes = new TreeMap<>();
        profile.attributes().forEach((name, value) -> attributes.put(name, plain(value)));
        return attributes;
    }

    private static Object plain(AttributeValue value) {
        @Nullable Double number = value.number();
        return number != null ? number : Objects.requireNonNull(value.text());
    }
}
