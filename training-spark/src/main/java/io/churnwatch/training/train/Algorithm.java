package io.churnwatch.training.train;

import java.util.Locale;

/** How trees are grown into a model. */
public enum Algorithm {
    /** Many deep trees, each on a sample of the customers, whose mean is the score. */
    FOREST("random-forest", "rf"),
    /** Shallow trees one after the other, each on what those before it got wrong. */
    GBT("gradient-boosted-trees", "gbt");

    private final String fullName;
    private final String prefix;

    Algorithm(String fullName, String prefix) {
        this.fullName = fullName;
        this.prefix = prefix;
    }

    /** As it is stored in {@code model_version.algorithm}. */
    public String fullName() {
        return fullName;
    }

    /** What names of its model versions begin with. */
    public String prefix() {
        return prefix;
    }

    /** As an option of a command. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
