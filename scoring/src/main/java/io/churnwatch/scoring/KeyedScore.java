package io.churnwatch.scoring;

/**
 * A score, and by what it is known to be the same again: a model gives customers of equal keys equal scores and equal
 * explanations.
 *
 * @param probability of churn, in [0, 1]; NaN for {@link #NONE}
 * @param key means something to the model that made it, and to no other; empty when the model knows none
 */
public record KeyedScore(double probability, long[] key) {
    /** Of a customer who was never scored by the model. */
    public static final KeyedScore NONE = new KeyedScore(Double.NaN, new long[0]);
}
