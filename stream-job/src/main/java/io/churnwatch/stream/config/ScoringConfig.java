package io.churnwatch.stream.config;

import io.churnwatch.scoring.RiskBands;
import java.io.Serializable;
import java.time.Duration;

/**
 * How customers are judged, beside the versions.
 *
 * @param bands where one risk band ends and the next begins
 * @param erasedRemembered how long an erased customer's late events are refused
 * @param engine what models are scored with
 * @param reasons which scores carry reasons
 */
public record ScoringConfig(RiskBands bands, Duration erasedRemembered, ModelEngine engine, ReasonPolicy reasons)
        implements Serializable {
    public static final ScoringConfig DEFAULT = withDefaults(ModelEngine.OWN, ReasonPolicy.DEFAULT);

    static ScoringConfig withDefaults(ModelEngine engine, ReasonPolicy reasons) {
        return new ScoringConfig(RiskBands.DEFAULT, Duration.ofDays(30), engine, reasons);
    }
}
