package io.churnwatch.training.plan;

import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.train.ForestParameters;
import io.churnwatch.training.train.Grid;
import io.churnwatch.training.train.TreeParameters;
import java.util.Optional;
import java.util.Set;

/**
 * What a training fits.
 *
 * @param parameters the shape, or with a grid the first of those compared
 * @param grid how many shapes are compared, if any
 * @param tuneOn by what they are compared
 * @param without fields that the model must not see
 * @param derived whether it sees derived features
 * @param learningCurve whether parts of the customers are fitted as well
 */
public record ModelPlan(
        TreeParameters parameters,
        Optional<Grid> grid,
        Metric tuneOn,
        Set<String> without,
        boolean derived,
        boolean learningCurve) {
    /** What the first training of a new installation fits, in a minute. */
    public static final ModelPlan DEFAULT =
            new ModelPlan(ForestParameters.DEFAULT, Optional.empty(), Metric.ROC_AUC, Set.of(), false, false);

    public ModelPlan {
        without = Set.copyOf(without);
    }
}
