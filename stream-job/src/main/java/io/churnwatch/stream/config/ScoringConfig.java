package io.churnwatch.stream.config;

import io.churnwatch.scoring.RiskBands;
import java.io.Serializable;
import java.time.Duration;

/**
 * How customers are judged, beside the versions.
 *
 * @param bands where one risk band ends and the next begins
 * @param erasedRemembered how long an erased customer's late events are refused
 */
public record ScoringConfig(RiskBands bands, Duration erasedRemembered) implements Serializable {
    public static final ScoringConfig DEFAULT = new ScoringConfig(RiskBands.DEFAULT, Duration.ofDays(30));
}
