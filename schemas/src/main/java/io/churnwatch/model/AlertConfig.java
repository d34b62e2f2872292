package io.churnwatch.model;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When an alert is due, from {@code effectiveAt} on: what the job needs of a row of {@code alert_configuration}.
 *
 * @param configVersion the row's id
 * @param enabled whether alerts are raised at all
 * @param highRiskThreshold a probability above which HIGH_RISK is due
 * @param riskIncreaseThreshold in {@code increaseUnit}; an increase above it is due
 * @param minProbability below it an increase raises no alert, so that noise at low risk stays quiet
 * @param hysteresis in probability: HIGH_RISK is re-armed below threshold − hysteresis
 * @param cooldownSeconds HIGH_RISK is re-armed this long after the last alert; 0 never re-arms by time
 */
public record AlertConfig(
        long configVersion,
        boolean enabled,
        double highRiskThreshold,
        double riskIncreaseThreshold,
        IncreaseUnit increaseUnit,
        double minProbability,
        double hysteresis,
        long cooldownSeconds,
        Instant effectiveAt)
        implements Serializable {

    public AlertConfig {
        Objects.requireNonNull(increaseUnit, "increaseUnit");
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        inUnitInterval("high_risk_threshold", highRiskThreshold);
        inUnitInterval("min_probability", minProbability);
        inUnitInterval("hysteresis", hysteresis);
        if (!(riskIncreaseThreshold >= 0) || cooldownSeconds < 0) {
            throw new IllegalArgumentException("risk_increase_threshold and cooldown must not be negative");
        }
    }

    /** The same, with alerts raised in any case. */
    public AlertConfig switchedOn() {
        return new AlertConfig(
                configVersion,
                true,
                highRiskThreshold,
                riskIncreaseThreshold,
                increaseUnit,
                minProbability,
                hysteresis,
                cooldownSeconds,
                effectiveAt);
    }

    public Duration cooldown() {
        return Duration.ofSeconds(cooldownSeconds);
    }

    private static void inUnitInterval(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie in [0, 1], not " + value);
        }
    }
}
