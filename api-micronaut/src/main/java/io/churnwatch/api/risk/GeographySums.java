package io.churnwatch.api.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the customers of one geography.
 *
 * @param geography null is that of the customers without one
 * @param scored of the customers, those who have a score
 * @param exited of the customers, those known to have left
 * @param highRisk of the scored, those above the threshold that judged their last score
 * @param probabilities of the scored
 * @param valueAtRisk of the scored who have not left
 */
record GeographySums(
        @Nullable String geography,
        long customers,
        long scored,
        long exited,
        long highRisk,
        double probabilities,
        double valueAtRisk) {

    private static final GeographySums NONE = new GeographySums(null, 0, 0, 0, 0, 0, 0);

    /** Returns the sums over all geographies, without a geography. */
    static GeographySums total(List<GeographySums> geographies) {
        return geographies.stream().reduce(NONE, GeographySums::plus);
    }

    private GeographySums plus(GeographySums other) {
        return new GeographySums(
                null,
                customers + other.customers,
                scored + other.scored,
                exited + other.exited,
                highRisk + other.highRisk,
                probabilities + other.probabilities,
                valueAtRisk + other.valueAtRisk);
    }

    /** Null without customers. */
    @Nullable
    Double churnRate() {
        return customers == 0 ? null : (double) exited / customers;
    }

    /** Null without scores. */
    @Nullable
    Double meanProbability() {
        return scored == 0 ? null : probabilities / scored;
    }
}
