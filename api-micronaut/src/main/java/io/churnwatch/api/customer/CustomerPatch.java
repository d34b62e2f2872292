package io.churnwatch.api.customer;

import io.churnwatch.api.error.ProblemException;
import io.churnwatch.api.request.JsonRequest;
import io.churnwatch.feed.CustomerProfile;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** The fields of a customer to be changed, at least one; what is absent or null stays. */
@Introspected
record CustomerPatch(
        @NotNull @Schema(implementation = Profile.class) CustomerProfile profile) implements JsonRequest {
    void rejectEmpty() {
        if (profile.equals(CustomerProfile.UNKNOWN)) {
            throw ProblemException.invalid("/profile", "must bring at least one field that is not null");
        }
    }
}
