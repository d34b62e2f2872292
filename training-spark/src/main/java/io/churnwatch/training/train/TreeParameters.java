package io.churnwatch.training.train;

import io.churnwatch.store.training.Algorithm;
import io.churnwatch.store.training.TrainingParameters;
import java.util.Objects;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;

/** The shape of a model of trees, with which it can be fitted. */
public sealed interface TreeParameters permits ForestParameters, BoostingParameters {
    /** Returns the shape that the parameters give, with the defaults of their algorithm. */
    static TreeParameters of(TrainingParameters given) {
        Algorithm algorithm = Objects.requireNonNullElse(given.algorithm(), Algorithm.FOREST);
        return switch (algorithm) {
            case FOREST -> ForestParameters.of(given);
            case GBT -> BoostingParameters.of(given);
        };
    }

    Algorithm algorithm();

    /** The number of trees. */
    int trees();

    /** The greatest depth of a tree. */
    int depth();

    /** Cuts per number that a split may choose from, plus one; a model distinguishes as many categories. */
    int maxBins();

    /** The same seed on the same customers gives the same model. */
    long seed();

    /** Returns the shape in words: {@code 100 trees of depth 10, …}. */
    String summary();

    /** Returns Spark's estimator of this shape. */
    ProbabilisticClassifier<Vector, ?, ?> classifier(String features, String label);
}
