package io.churnwatch.api.model;

import io.churnwatch.api.error.BodyReader;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why a person decides so: whoever asks later finds it beside the decision. */
record DecisionRequest(
        @Schema(maxLength = DecisionRequest.LENGTH_MAX) String reason) {
    static final int LENGTH_MAX = 1_000;

    static DecisionRequest read(JsonNode json) {
        BodyReader body = new BodyReader(json, "reason");
        DecisionRequest request = new DecisionRequest(body.text("reason", LENGTH_MAX));
        body.refuseErrors();
        return request;
    }
}
