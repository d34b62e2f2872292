package io.churnwatch.scoring.forest;

/** Turns the mean of the trees, or the sum of boosted ones, into a probability. Thread-safe. */
public interface Link {
    /** The mean is the probability. */
    Link NONE = mean -> mean;

    double probability(double mean);

    default Link then(Link next) {
        return mean -> next.probability(probability(mean));
    }
}
