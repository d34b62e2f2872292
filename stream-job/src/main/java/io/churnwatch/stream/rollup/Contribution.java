package io.churnwatch.stream.rollup;

import io.churnwatch.scoring.RiskBins;
import io.churnwatch.stream.score.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Where one customer is counted, and with what.
 *
 * @param geography null when unknown
 */
record Contribution(@Nullable String geography, int bin, RiskSum sum) {
    static Contribution of(Standing standing) {
        return new Contribution(standing.geography(), RiskBins.of(standing.probability()), RiskSum.of(standing));
    }
}
