package io.churnwatch.store.drift;

import java.util.Comparator;
import java.util.List;

/**
 * A challenger beside the champion, on the same live events.
 *
 * @param customers of these events; the newest of each is compared
 * @param meanDifference challenger − champion, in probability
 * @param championAlerts what the alert rules make of the champion's scores in the window
 * @param challengerAlerts the same of the challenger's, from the same start
 * @param bands those with most customers first
 */
public record ChallengerComparison(
        String challengerVersion,
        long events,
        long customers,
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

    /** Share of the customers whom both put into the same band. */
    public double agreement() {
        long same = customers - movedUp() - movedDown();
        return customers == 0 ? 1 : (double) same / customers;
    }

    /** Customers whom the challenger puts into a higher band. */
    public long movedUp() {
        return bands.stream()
                .filter(change -> change.challengerBand().compareTo(change.championBand()) > 0)
                .mapToLong(BandChange::customers)
                .sum();
    }

    /** Customers whom the challenger puts into a lower band. */
    public long movedDown() {
        return bands.stream()
                .filter(change -> change.challengerBand().compareTo(change.championBand()) < 0)
                .mapToLong(BandChange::customers)
                .sum();
    }
}
