package io.churnwatch.store.training;

/** The kind of model that a training fits. */
public enum Algorithm {
    /** Many deep trees, each on a sample of the customers; the score is their mean. */
    FOREST("random-forest", "rf"),
    /** Gradient-boosted trees: shallow ones in sequence, each fitted to the errors of those before it. */
    GBT("gradient-boosted-trees", "gbt");

    private final String fullName;
    private final String prefix;

    Algorithm(String fullName, String prefix) {
        this.fullName = fullName;
        this.prefix = prefix;
    }

    /** Returns the name in {@code model_version.algorithm}. */
    public String fullName() {
        return fullName;
    }

    /** Returns the start of the names of its model versions. */
    public String prefix() {
        return prefix;
    }
}
