package io.churnwatch.stream.rollup;

import io.churnwatch.risk.RiskScored;
import io.churnwatch.scoring.RiskBins;
import io.churnwatch.stream.score.CustomerResult;
import org.jspecify.annotations.Nullable;

/**
 * Where one customer is counted, and with what.
 *
 * @param geography null when unknown
 */
public record Contribution(@Nullable String geography, int bin, RiskSum sum) {
    static Contribution of(CustomerResult result, RiskScored score) {
        return new Contribution(
                result.profile().geography(),
                RiskBins.of(score.probability()),
                RiskSum.of(score, result.profile().hasExited()));
    }
}
