package io.churnwatch.api.drift;

import io.churnwatch.risk.RiskBand;
import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * The challenger beside the champion, on the same live events.
 *
 * @param agreement share of the customers whom both put into the same risk band
 * @param movedUp customers whom the challenger puts into a higher band
 * @param meanDifference challenger − champion, in probability
 * @param championAlerts what the alert rules make of the champion's scores in the window
 * @param challengerAlerts the same of the challenger's
 * @param bands who is where, by both
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record ChallengerAside(
        String modelVersion,
        long events,
        long customers,
        double agreement,
        long movedUp,
        long movedDown,
        double meanDifference,
        long championAlerts,
        long challengerAlerts,
        List<BandPair> bands) {

    public ChallengerAside {
        bands = List.copyOf(bands);
    }

    /** Customers whom the two models put into these bands. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    public record BandPair(RiskBand championBand, RiskBand challengerBand, long customers) {
        static BandPair of(BandChange change) {
            return new BandPair(change.championBand(), change.challengerBand(), change.customers());
        }
    }

    static ChallengerAside of(ChallengerComparison comparison) {
        return new ChallengerAside(
                comparison.challengerVersion(),
                comparison.events(),
                comparison.customers(),
                comparison.agreement(),
                comparison.movedUp(),
                comparison.movedDown(),
                comparison.meanDifference(),
                comparison.championAlerts(),
                comparison.challengerAlerts(),
                comparison.bands().stream().map(BandPair::of).toList());
    }
}
