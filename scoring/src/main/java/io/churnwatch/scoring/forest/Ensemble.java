package io.churnwatch.scoring.forest;

import org.jspecify.annotations.Nullable;

/**
 * A model as its document says it, before it is compiled to an engine.
 *
 * @param trees whose leaves are added in their order
 * @param opposite for weighted votes: the same trees with the votes for the other class; null otherwise
 * @param precision of the sum
 * @param divisor that makes their mean of the sum; 1 for boosted trees
 * @param link from the mean to the probability
 */
record Ensemble(
        Columns columns,
        FlatForest trees,
        @Nullable FlatForest opposite,
        Precision precision,
        double divisor,
        Link link) {
    Ensemble linkedBy(Link next) {
        return new Ensemble(columns, trees, opposite, precision, divisor, link == Link.NONE ? next : link.then(next));
    }
}
