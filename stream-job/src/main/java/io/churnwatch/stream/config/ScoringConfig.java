package io.churnwatch.stream.config;

import io.churnwatch.scoring.RiskBands;
import io.churnwatch.scoring.value.ValueAtRisk;
import java.io.Serializable;
import java.time.Duration;

/**
 * How customers are judged, beside the versions.
 *
 * @param bands where one risk band ends and the next begins
 * @param erasedRemembered how long an erased customer's late events are refused
 * @param valueAtRisk the money that a customer's churn puts at risk
 */
public record ScoringConfig(RiskBands bands, Duration erasedRemembered, ValueAtRisk valueAtRisk)
        implements Serializable {
    public static final ScoringConfig DEFAULT = of(ValueAtRisk.DEFAULT);

    /** With everything else as it is by default. */
    public static ScoringConfig of(ValueAtRisk valueAtRisk) {
        return new ScoringConfig(RiskBands.DEFAULT, Duration.ofDays(30), valueAtRisk);
    }
}
