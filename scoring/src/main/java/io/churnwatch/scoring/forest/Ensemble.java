package io.churnwatch.scoring.forest;

import org.jspecify.annotations.Nullable;

/**
 * A model as whoever trained it says it, before it is compiled to an engine.
 *
 * @param trees whose leaves are added in their order
 * @param ballot for trees that vote with weights, or may abstain; null for any others
 * @param precision of the sum
 * @param divisor that makes their mean of the sum; 1 for boosted trees
 * @param link from the mean to the probability
 */
public record Ensemble(FlatForest trees, @Nullable Ballot ballot, Precision precision, double divisor, Link link) {
    /** The same, whose probability goes through one more link. */
    public Ensemble linkedBy(Link next) {
        return new Ensemble(trees, ballot, precision, divisor, link == Link.NONE ? next : link.then(next));
    }

    /**
     * What else has to be counted in a vote.
     *
     * @param others the same trees, with their votes for the other class
     * @param weights of the votes
     * @param mayAbstain whether a tree without prediction abstains; else there is no score
     */
    public record Ballot(FlatForest others, double[] weights, boolean mayAbstain) {
        /** The share of the votes, NaN when those that abstain outweigh either class. */
        double share(double votes, double others, double abstained) {
            boolean undecided = abstained > Math.max(votes, others) || votes + others == 0;
            return undecided ? Double.NaN : votes / (votes + others);
        }
    }
}
