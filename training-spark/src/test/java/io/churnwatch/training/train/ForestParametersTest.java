package io.churnwatch.training.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.classification.RandomForestClassifier;
import org.junit.jupiter.api.Test;

class ForestParametersTest {
    @Test
    void aForestSplitsByEntropyAndInItsShape() {
        ForestParameters shape = new ForestParameters(40, 9, 6, 0.33, 32, 11);

        RandomForestClassifier forest = (RandomForestClassifier) shape.classifier("features", "exited");

        assertThat(forest.getImpurity()).isEqualTo("entropy");
        assertThat(forest.getNumTrees()).isEqualTo(40);
        assertThat(forest.getMaxDepth()).isEqualTo(9);
        assertThat(forest.getMinInstancesPerNode()).isEqualTo(6);
        assertThat(forest.getFeatureSubsetStrategy()).isEqualTo("0.33");
        assertThat(forest.getMaxBins()).isEqualTo(32);
        assertThat(forest.getSeed()).isEqualTo(11);
    }
}
