package io.churnwatch.api.model;

import io.churnwatch.api.error.BodyReader;
import io.churnwatch.model.ModelRole;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a model shall do from now on, and why.
 *
 * @param role champion when it is absent or null
 */
record PromotionRequest(
        @Nullable ModelRole role,
        @Schema(maxLength = DecisionRequest.LENGTH_MAX) String reason) {
    static PromotionRequest read(JsonNode json) {
        BodyReader body = new BodyReader(json, "role", "reason");
        PromotionRequest request = new PromotionRequest(
                body.optionalChoice("role", ModelRole.class), body.text("reason", DecisionRequest.LENGTH_MAX));
        body.refuseErrors();
        return request;
    }

    ModelRole roleOrChampion() {
        return role == null ? ModelRole.CHAMPION : role;
    }
}
