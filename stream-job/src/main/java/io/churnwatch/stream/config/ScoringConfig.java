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
 * @param engine what models are scored with
 * @param reasons which scores carry reasons
 * @param valueAtRisk the money that a customer's churn puts at risk
 */
public record ScoringConfig(
        RiskBands bands, Duration erasedRemembered, ModelEngine engine, ReasonPolicy reasons, ValueAtRisk valueAtRisk)
        implements Serializable {
    public static final ScoringConfig DEFAULT =
            withDefaults(ModelEngine.OWN, ReasonPolicy.DEFAULT, ValueAtRisk.DEFAULT);

    /** With everything else as it is by default. */
    public static ScoringConfig withDefaults(ModelEngine engine, ReasonPolicy reasons, ValueAtRisk valueAtRisk) {
        return new ScoringConfig(RiskBands.DEFAULT, Duration.ofDays(30), engine, reasons, valueAtRisk);
    }
}
