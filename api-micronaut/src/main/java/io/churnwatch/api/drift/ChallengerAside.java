package io.churnwatch.api.drift;

import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
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
@Serdeable.Serializable
@SerdeImport(BandChange.class)
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
        List<BandChange> bands) {

    public ChallengerAside {
        bands = List.copyOf(bands);
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
                comparison.bands());
    }
}
