package io.churnwatch.training.evaluate;

/** The score of a customer, and the outcome. */
public record ScoredCustomer(double probability, boolean exited) {
    public ScoredCustomer {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability lies in [0, 1], not " + probability);
        }
    }
}
