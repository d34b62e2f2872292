package io.churnwatch.api.model;

import io.churnwatch.api.request.JsonRequest;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The reason for a decision, recorded with it. */
@Introspected
record DecisionRequest(
        @NotBlank @Size(min = 1, max = DecisionRequest.LENGTH_MAX)
        String reason) implements JsonRequest {
    static final int LENGTH_MAX = 1_000;
}
