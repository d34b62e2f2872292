package io.churnwatch.scoring.forest;

import org.jspecify.annotations.Nullable;

/**
 * A model as its document describes it, before it is compiled to an engine.
 *
 * @param trees their leaves are added in this order
 * @param ballot for trees whose votes have weights or that may abstain; otherwise null
 * @param precision of the sum
 * @param divisor turns the sum into the mean; 1 for boosted trees
 * @param link from the mean to the probability
 */
public record Ensemble(FlatForest trees, @Nullable Ballot ballot, Precision precision, double divisor, Link link) {
    /** This ensemble with one more link before the probability. */
    public Ensemble linkedBy(Link next) {
        return new Ensemble(trees, ballot, precision, divisor, link == Link.NONE ? next : link.then(next));
    }

    /**
     * What a vote needs besides the trees.
     *
     * @param others the same trees with their votes for the other class
     * @param weights of the votes
     * @param mayAbstain whether a tree without a prediction abstains; otherwise the row has no score
     */
    public record Ballot(FlatForest others, double[] weights, boolean mayAbstain) {
        /** The share of the votes, NaN when the abstentions outweigh both classes. */
        double share(double votes, double others, double abstained) {
            boolean undecided = abstained > Math.max(votes, others) || votes + others == 0;
            return undecided ? Double.NaN : votes / (votes + others);
        }
    }
}
