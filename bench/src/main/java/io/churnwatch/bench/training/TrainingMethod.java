package io.churnwatch.bench.training;

import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.train.BoostingParameters;
import io.churnwatch.training.train.CrossValidation;
import io.churnwatch.training.train.FittedModel;
import io.churnwatch.training.train.ForestParameters;
import io.churnwatch.training.train.ModelFeatures;
import io.churnwatch.training.train.TreeParameters;
import io.churnwatch.training.train.TreePipeline;
import java.util.List;

/** A way of training that is measured. */
enum TrainingMethod {
    /** A forest whose shape is chosen inside each fold; shapes are compared with fewer trees than the model then gets. */
    FOREST {
        @Override
        FittedModel fit(Split split, long seed) {
            ForestParameters small = forest(50, seed);
            List<TreeParameters> shapes = List.of(small, small.with(10, 5, 0.33), small.with(12, 5, 0.5));
            ForestParameters best = (ForestParameters) new CrossValidation(2, Metric.ROC_AUC, seed)
                    .of(split.training(), ModelFeatures.all(), shapes, candidate -> {})
                    .best()
                    .parameters();
            ForestParameters full = forest(500, seed).with(best.depth(), best.minInstances(), best.featureSubset());
            return new TreePipeline(ModelFeatures.all(), full).fit(split.training());
        }
    },
    /** The forest of a training without a grid. */
    FOREST_DEFAULT {
        @Override
        FittedModel fit(Split split, long seed) {
            return new TreePipeline(ModelFeatures.all(), forest(ForestParameters.DEFAULT.trees(), seed))
                    .fit(split.training());
        }
    },
    /** Boosted trees without a grid. */
    GBT {
        @Override
        FittedModel fit(Split split, long seed) {
            return new TreePipeline(ModelFeatures.all(), BoostingParameters.DEFAULT).fit(split.training());
        }
    },
    /** The same with derived features. */
    GBT_DERIVED {
        @Override
        FittedModel fit(Split split, long seed) {
            return new TreePipeline(ModelFeatures.all().withDerived(), BoostingParameters.DEFAULT)
                    .fit(split.training());
        }
    };

    /** Fits on the training part alone. */
    abstract FittedModel fit(Split split, long seed);

    private static ForestParameters forest(int trees, long seed) {
        ForestParameters shape = ForestParameters.DEFAULT;
        return new ForestParameters(
                trees, shape.depth(), shape.minInstances(), shape.featureSubset(), shape.maxBins(), seed);
    }
}
