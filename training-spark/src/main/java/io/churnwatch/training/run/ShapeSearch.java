package io.churnwatch.training.run;

import io.churnwatch.store.training.Grid;
import io.churnwatch.training.data.CustomerSample;
import io.churnwatch.training.evaluate.Isotonic;
import io.churnwatch.training.publish.ModelVersion.Search;
import io.churnwatch.training.train.CalibrationChoice;
import io.churnwatch.training.train.CrossValidation;
import io.churnwatch.training.train.ModelFeatures;
import io.churnwatch.training.train.ShapeGrid;
import io.churnwatch.training.train.TreeParameters;
import io.churnwatch.training.train.Tuning;
import io.churnwatch.training.train.Tuning.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Finds the shape of a model by cross-validation, and whether a calibration makes it better. */
final class ShapeSearch {
    /** The best shape on that many is the best on more, and the scores of all of them must fit into the driver. */
    private static final int CUSTOMERS_AT_MOST = 100_000;

    private static final int PERCENT_BEFORE = 10;
    private static final int PERCENT_AFTER = 45;

    private final TrainingPlan plan;
    private final TrainingProgress progress;

    ShapeSearch(TrainingPlan plan, TrainingProgress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * The shape to fit.
     *
     * @param calibration if it helps
     * @param search how it was found; null if nothing was searched
     */
    record Found(
            TreeParameters parameters,
            Optional<Isotonic> calibration,
            @Nullable Search search) {}

    /** Returns the shape of the plan, or with a grid its best shape on the training customers. */
    Found among(Dataset<Row> training, long customers, ModelFeatures features) {
        Grid grid = plan.parameters().grid();
        return grid == null
                ? new Found(plan.shape(), Optional.empty(), null)
                : searched(ShapeGrid.of(grid), training, customers, features);
    }

    private Found searched(ShapeGrid grid, Dataset<Row> training, long customers, ModelFeatures features) {
        long seed = plan.shape().seed();
        Dataset<Row> some = CustomerSample.of(training, customers, CUSTOMERS_AT_MOST, seed);
        List<TreeParameters> shapes = grid.around(plan.shape());
        Tuning tuning = new CrossValidation(CrossValidation.DEFAULT_FOLDS, plan.tuneOn(), seed)
                .of(some, features, shapes, reporting(shapes.size()));
        Candidate best = tuning.best();
        CalibrationChoice calibration = CalibrationChoice.of(best.heldOut());
        progress.report(
                PERCENT_AFTER,
                "chose %s%s",
                best.parameters().summary(),
                calibration.chosen().isPresent() ? ", calibrated" : "; a calibration would not help");
        return new Found(
                best.parameters(),
                calibration.chosen(),
                new Search(
                        tuning.report(),
                        calibration.brierGained(),
                        calibration.chosen().isPresent()));
    }

    private Consumer<Candidate> reporting(int shapes) {
        AtomicInteger tried = new AtomicInteger();
        return candidate -> progress.report(
                PERCENT_BEFORE + (PERCENT_AFTER - PERCENT_BEFORE) * tried.incrementAndGet() / (shapes + 1),
                "tried %d of %d shapes: %s, %s %.4f",
                tried.get(),
                shapes,
                candidate.parameters().summary(),
                plan.tuneOn().label(),
                candidate.mean());
    }
}
