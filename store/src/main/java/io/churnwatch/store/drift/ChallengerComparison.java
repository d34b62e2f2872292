package io.churnwatch.store.drift;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A challenger beside the champion, on the same live events.
 *
 * @param modelVersion of the challenger
 * @param customers of these events; the newest event of each is compared
 * @param agreement share of the customers in the same band by both models
 * @param movedUp customers in a higher band by the challenger
 * @param movedDown customers in a lower band by the challenger
 * @param meanDifference challenger − champion, in probability
 * @param championAlerts that the alert rules raise on the champion's scores in the window
 * @param challengerAlerts that they raise on the challenger's, from the same start
 * @param bands those with most customers first
 */
public record ChallengerComparison(
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
    private static final Comparator<BandChange> MOST_CUSTOMERS_FIRST = Comparator.comparing(BandChange::customers)
            .reversed()
            .thenComparing(BandChange::championBand)
            .thenComparing(BandChange::challengerBand);

    public ChallengerComparison {
        bands = bands.stream().sorted(MOST_CUSTOMERS_FIRST).toList();
    }

    /** Counts agreement and moves from the bands. */
    public static ChallengerComparison of(
            String modelVersion,
            long events,
            long customers,
            double meanDifference,
            long championAlerts,
            long challengerAlerts,
            List<BandChange> bands) {
        long up = moved(bands, order -> order > 0);
        long down = moved(bands, order -> order < 0);
        return new ChallengerComparison(
                modelVersion,
                events,
                customers,
                customers == 0 ? 1 : (double) (customers - up - down) / customers,
                up,
                down,
                meanDifference,
                championAlerts,
                challengerAlerts,
                bands);
    }

    private static long moved(List<BandChange> bands, IntPredicate direction) {
        return bands.stream()
                .filter(change -> direction.test(change.challengerBand().compareTo(change.championBand())))
                .mapToLong(BandChange::customers)
                .sum();
    }
}
