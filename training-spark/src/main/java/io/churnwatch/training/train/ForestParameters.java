package io.churnwatch.training.train;

import io.churnwatch.store.training.Algorithm;
import io.churnwatch.store.training.TrainingParameters;
import java.util.Objects;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;

/**
 * The shape of a random forest. The defaults were the best of those compared on the public bank-churn table.
 *
 * @param trees the number of trees
 * @param depth the greatest depth of a tree
 * @param minInstances the fewest customers in a leaf
 * @param featureSubset share of the features that each split may choose from
 * @param maxBins cuts per number that a split may choose from, plus one
 * @param seed the same seed on the same customers gives the same forest
 */
public record ForestParameters(int trees, int depth, int minInstances, double featureSubset, int maxBins, long seed)
        implements TreeParameters {
    public static final ForestParameters DEFAULT = new ForestParameters(100, 10, 5, 0.5, 64, 7);

    /** The impurity that a split lowers. Spark's own choice, Gini, gave worse probabilities and larger trees; see ADR 23. */
    private static final String IMPURITY = "entropy";

    /** Spark's 256 would split the deep levels of a hundred trees into several passes over the customers. */
    private static final int MEMORY_MB = 1_024;

    static ForestParameters of(TrainingParameters given) {
        return new ForestParameters(
                Objects.requireNonNullElse(given.trees(), DEFAULT.trees),
                Objects.requireNonNullElse(given.depth(), DEFAULT.depth),
                Objects.requireNonNullElse(given.minInstances(), DEFAULT.minInstances),
                Objects.requireNonNullElse(given.featureSubset(), DEFAULT.featureSubset),
                Objects.requireNonNullElse(given.maxBins(), DEFAULT.maxBins),
                Objects.requireNonNullElse(given.seed(), DEFAULT.seed));
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.FOREST;
    }

    @Override
    public String summary() {
        return "%d trees of depth %d, %d customers in a leaf, %s of the features per split"
                .formatted(trees, depth, minInstances, featureSubset);
    }

    /** Returns another shape with the same rest, for a search. */
    public ForestParameters with(int otherDepth, int otherMinInstances, double otherFeatureSubset) {
        return new ForestParameters(trees, otherDepth, otherMinInstances, otherFeatureSubset, maxBins, seed);
    }

    @Override
    public ProbabilisticClassifier<Vector, ?, ?> classifier(String features, String label) {
        return new RandomForestClassifier()
                .setLabelCol(label)
                .setFeaturesCol(features)
                .setNumTrees(trees)
                .setImpurity(IMPURITY)
                .setMaxDepth(depth)
                .setMinInstancesPerNode(minInstances)
                .setFeatureSubsetStrategy(Double.toString(featureSubset))
                .setMaxBins(maxBins)
                .setMaxMemoryInMB(MEMORY_MB)
                .setSeed(seed);
    }
}
