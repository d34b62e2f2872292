package io.churnwatch.api.alert;

import io.churnwatch.api.error.ProblemException;
import io.churnwatch.api.request.JsonRequest;
import io.churnwatch.model.IncreaseUnit;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of at least one member of the alert configuration; absent and null members stay. */
@Introspected
record AlertConfigurationChange(
        @Nullable Boolean isEnabled,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double highRiskThreshold,
        @DecimalMin("0") @DecimalMax("1000000") @Nullable Double riskIncreaseThreshold,
        @Nullable IncreaseUnit increaseUnit,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double minProbability,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double hysteresis,

        @Min(0) @Max(AlertConfigurationChange.COOLDOWN_SECONDS_MAX) @Nullable
        Integer cooldownSeconds)
        implements JsonRequest {

    private static final AlertConfigurationChange NOTHING =
            new AlertConfigurationChange(null, null, null, null, null, null, null);

    static final int COOLDOWN_SECONDS_MAX = 365 * 24 * 60 * 60;

    void rejectEmpty() {
        if (equals(NOTHING)) {
            throw ProblemException.invalid("", "must bring at least one member that is not null");
        }
    }

    /** Returns the changed configuration, with the id, author and times of the old one. */
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
