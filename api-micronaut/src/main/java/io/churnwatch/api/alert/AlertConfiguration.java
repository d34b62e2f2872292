package io.churnwatch.api.alert;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.IncreaseUnit;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code alert_configuration}.
 *
 * @param id the config version, which every score and alert names
 * @param highRiskThreshold a probability above which HIGH_RISK is due
 * @param riskIncreaseThreshold in {@code increaseUnit}; an increase above it is due
 * @param minProbability below it an increase raises no alert
 * @param hysteresis HIGH_RISK is re-armed below threshold − hysteresis
 * @param cooldownSeconds HIGH_RISK is re-armed this long after the last alert; 0 never re-arms by time
 * @param webhookUrl where alerts are sent, with its secret part masked
 * @param effectiveAt from when on it is in force
 */
@Serdeable.Serializable
public record AlertConfiguration(
        long id,
        boolean isEnabled,
        double highRiskThreshold,
        double riskIncreaseThreshold,
        IncreaseUnit increaseUnit,
        double minProbability,
        double hysteresis,
        long cooldownSeconds,
        @Nullable String webhookUrl,
        Instant effectiveAt,
        String updatedBy,
        Instant createdAt) {

    /** Masks the webhook, so that no response can hold its secret. */
    public AlertConfiguration {
        webhookUrl = MaskedUrl.of(webhookUrl);
    }

    /** Returns the form that the job reads. */
    AlertConfig toAlertConfig() {
        return new AlertConfig(
                id,
                isEnabled,
                highRiskThreshold,
                riskIncreaseThreshold,
                increaseUnit,
                minProbability,
                hysteresis,
                cooldownSeconds,
                effectiveAt);
    }
}
