package io.churnwatch.training.train;

/**
 * The shape of a random forest. The defaults were the best of those compared on the public bank-churn table.
 *
 * @param trees how many
 * @param depth of each at most
 * @param minInstances customers in a leaf at least
 * @param featureSubset share of the features that each split may choose from
 * @param maxBins cuts per number that a split may choose from, plus one
 * @param seed the same seed on the same customers gives the same forest
 */
public record ForestParameters(int trees, int depth, int minInstances, double featureSubset, int maxBins, long seed) {
    public static final ForestParameters DEFAULT = new ForestParameters(100, 10, 5, 0.5, 64, 7);

    public ForestParameters {
        require(trees >= 1 && trees <= 2_000, "trees must be from 1 to 2000, not " + trees);
        require(depth >= 1 && depth <= 30, "depth must be from 1 to 30, not " + depth);
        require(minInstances >= 1, "min-instances must be at least 1, not " + minInstances);
        require(featureSubset > 0 && featureSubset <= 1, "feature-subset must lie in (0, 1], not " + featureSubset);
        require(maxBins >= 2 && maxBins <= 1_024, "max-bins must be from 2 to 1024, not " + maxBins);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
