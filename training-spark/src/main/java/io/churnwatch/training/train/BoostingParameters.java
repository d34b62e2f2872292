package io.churnwatch.training.train;

import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;

/**
 * The shape of gradient-boosted trees. The defaults were the best of those compared on the public bank-churn table.
 *
 * @param trees how many, one after the other
 * @param depth of each at most
 * @param minInstances customers in a leaf at least
 * @param stepSize how much of what is still wrong each tree puts right
 * @param subsampling share of the customers that each tree sees
 * @param maxBins cuts per number that a split may choose from, plus one
 * @param seed the same seed on the same customers gives the same model
 */
public record BoostingParameters(
        int trees, int depth, int minInstances, double stepSize, double subsampling, int maxBins, long seed)
        implements TreeParameters {
    public static final BoostingParameters DEFAULT = new BoostingParameters(80, 4, 5, 0.05, 0.7, 64, 7);

    public BoostingParameters {
        TreeParameters.require(trees >= 1 && trees <= 2_000, "trees must be from 1 to 2000, not " + trees);
        TreeParameters.require(depth >= 1 && depth <= 30, "depth must be from 1 to 30, not " + depth);
        TreeParameters.require(minInstances >= 1, "min-instances must be at least 1, not " + minInstances);
        TreeParameters.require(stepSize > 0 && stepSize <= 1, "step-size must lie in (0, 1], not " + stepSize);
        TreeParameters.require(
                subsampling > 0 && subsampling <= 1, "subsampling must lie in (0, 1], not " + subsampling);
        TreeParameters.require(maxBins >= 4 && maxBins <= 1_024, "max-bins must be from 4 to 1024, not " + maxBins);
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.GBT;
    }

    @Override
    public String summary() {
        return "%d boosted trees of depth %d, %d customers in a leaf, step %s"
                .formatted(trees, depth, minInstances, stepSize);
    }

    /** The same in another shape, for a search. */
    public BoostingParameters with(int otherTrees, int otherDepth, double otherStepSize) {
        return new BoostingParameters(otherTrees, otherDepth, minInstances, otherStepSize, subsampling, maxBins, seed);
    }

    @Override
    public ProbabilisticClassifier<Vector, ?, ?> classifier(String features, String label) {
        return new GBTClassifier()
                .setLabelCol(label)
                .setFeaturesCol(features)
                .setMaxIter(trees)
                .setMaxDepth(depth)
                .setMinInstancesPerNode(minInstances)
                .setStepSize(stepSize)
                .setSubsamplingRate(subsampling)
                .setMaxBins(maxBins)
                .setSeed(seed);
    }
}
