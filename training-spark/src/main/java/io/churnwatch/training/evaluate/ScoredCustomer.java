package io.churnwatch.training.evaluate;

/** What a model said of a customer, and what the customer did. */
public record ScoredCustomer(double probability, boolean exited) {
    public ScoredCustomer {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability lies in [0, 1], not " + probability);
        }
    }
}
