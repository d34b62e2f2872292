package io.churnwatch.training.train;

import io.churnwatch.store.training.Algorithm;
import io.churnwatch.store.training.TrainingParameters;
import java.util.Objects;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;

/**
 * The shape of gradient-boosted trees. The defaults were the best of those compared on the public bank-churn table.
 *
 * @param trees the number of trees, one after the other
 * @param depth the greatest depth of a tree
 * @param minInstances the fewest customers in a leaf
 * @param stepSize the share of the remaining error that each tree corrects
 * @param subsampling share of the customers that each tree sees
 * @param maxBins cuts per number that a split may choose from, plus one
 * @param seed the same seed on the same customers gives the same model
 */
public record BoostingParameters(
        int trees, int depth, int minInstances, double stepSize, double subsampling, int maxBins, long seed)
        implements TreeParameters {
    public static final BoostingParameters DEFAULT = new BoostingParameters(80, 4, 5, 0.05, 0.7, 64, 7);

    static BoostingParameters of(TrainingParameters given) {
        return new BoostingParameters(
                Objects.requireNonNullElse(given.trees(), DEFAULT.trees),
                Objects.requireNonNullElse(given.depth(), DEFAULT.depth),
                Objects.requireNonNullElse(given.minInstances(), DEFAULT.minInstances),
                Objects.requireNonNullElse(given.stepSize(), DEFAULT.stepSize),
                Objects.requireNonNullElse(given.subsampling(), DEFAULT.subsampling),
                Objects.requireNonNullElse(given.maxBins(), DEFAULT.maxBins),
                Objects.requireNonNullElse(given.seed(), DEFAULT.seed));
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

    /** Returns another shape with the same rest, for a search. */
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
