package io.churnwatch.api.model;

import io.churnwatch.api.request.JsonRequest;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a person decides so, recorded with the decision. */
@Introspected
record DecisionRequest(
        @NotBlank @Size(min = 1, max = DecisionRequest.LENGTH_MAX)
        String reason) implements JsonRequest {
    static final int LENGTH_MAX = 1_000;
}
