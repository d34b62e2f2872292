package io.churnwatch.scoring.forest;

/** How the mean of the trees, or their sum where they are boosted, becomes a probability. Thread-safe. */
public interface Link {
    /** The mean is the probability. */
    Link NONE = mean -> mean;

    double probability(double mean);

    default Link then(Link next) {
        return mean -> next.probability(probability(mean));
    }
}
