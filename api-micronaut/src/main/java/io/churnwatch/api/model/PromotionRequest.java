package io.churnwatch.api.model;

import io.churnwatch.api.request.JsonRequest;
import io.churnwatch.model.ModelRole;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The role that a model takes, and why.
 *
 * @param role champion when it is absent or null
 */
@Introspected
record PromotionRequest(
        @Nullable ModelRole role,

        @NotBlank @Size(min = 1, max = DecisionRequest.LENGTH_MAX)
        String reason) implements JsonRequest {
    ModelRole roleOrChampion() {
        return role == null ? ModelRole.CHAMPION : role;
    }
}
