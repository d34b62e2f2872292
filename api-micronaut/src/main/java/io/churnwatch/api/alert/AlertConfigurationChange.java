package io.churnwatch.api.alert;

import io.churnwatch.api.error.BodyReader;
import io.churnwatch.model.IncreaseUnit;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to change of the alert configuration, at least one member; what is absent or null stays. */
record AlertConfigurationChange(
        @Nullable Boolean isEnabled,
        @Schema(minimum = "0", maximum = "1") @Nullable Double highRiskThreshold,

        @Schema(minimum = "0", maximum = "1000000") @Nullable
        Double riskIncreaseThreshold,

        @Nullable IncreaseUnit increaseUnit,
        @Schema(minimum = "0", maximum = "1") @Nullable Double minProbability,
        @Schema(minimum = "0", maximum = "1") @Nullable Double hysteresis,

        @Schema(minimum = "0", maximum = "31536000") @Nullable
        Integer cooldownSeconds) {

    private static final int INCREASE_MAX = 1_000_000;
    private static final int COOLDOWN_SECONDS_MAX = 365 * 24 * 60 * 60;
    private static final AlertConfigurationChange NOTHING =
            new AlertConfigurationChange(null, null, null, null, null, null, null);

    static AlertConfigurationChange read(JsonNode json) {
        BodyReader body = new BodyReader(
                json,
                "is_enabled",
                "high_risk_threshold",
                "risk_increase_threshold",
                "increase_unit",
                "min_probability",
                "hysteresis",
                "cooldown_seconds");
        AlertConfigurationChange change = new AlertConfigurationChange(
                body.optionalFlag("is_enabled"),
                body.optionalNumber("high_risk_threshold", 0, 1),
                body.optionalNumber("risk_increase_threshold", 0, INCREASE_MAX),
                body.optionalChoice("increase_unit", IncreaseUnit.class),
                body.optionalNumber("min_probability", 0, 1),
                body.optionalNumber("hysteresis", 0, 1),
                body.optionalInteger("cooldown_seconds", 0, COOLDOWN_SECONDS_MAX));
        if (!body.isRefused() && change.equals(NOTHING)) {
            body.refuse("", "must bring at least one member that is not null");
        }
        body.refuseErrors();
        return change;
    }

    /** The configuration with what changes; who, when and the id are still those of the old one. */
    AlertConfiguration appliedTo(AlertConfiguration old) {
        return new AlertConfiguration(
                old.id(),
                Objects.requireNonNullElse(isEnabled, old.isEnabled()),
                Objects.requireNonNullElse(highRiskThreshold, old.highRiskThreshold()),
                Objects.requireNonNullElse(riskIncreaseThreshold, old.riskIncreaseThreshold()),
                Objects.requireNonNullElse(increaseUnit, old.increaseUnit()),
                Objects.requireNonNullElse(minProbability, old.minProbability()),
                Objects.requireNonNullElse(hysteresis, old.hysteresis()),
                cooldownSeconds == null ? old.cooldownSeconds() : cooldownSeconds,
                old.webhookUrl(),
                old.effectiveAt(),
                old.updatedBy(),
                old.createdAt());
    }
}
