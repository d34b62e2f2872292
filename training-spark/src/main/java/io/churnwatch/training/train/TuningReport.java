package io.churnwatch.training.train;

import io.churnwatch.training.evaluate.Metric;
import java.util.List;

/**
 * Shapes of a model that were compared by cross-validation.
 *
 * @param metric by which
 * @param shapes in the order in which they were tried
 */
public record TuningReport(Metric metric, List<Shape> shapes) {
    public TuningReport {
        shapes = List.copyOf(shapes);
    }

    /** A shape, the mean of the metric over the folds, and its value in each. */
    public record Shape(TreeParameters parameters, double mean, List<Double> folds) {}

    static TuningReport of(Tuning tuning) {
        return new TuningReport(
                tuning.metric(),
                tuning.candidates().stream()
                        .map(tried -> new Shape(tried.parameters(), tried.mean(), tried.values()))
                        .toList());
    }
}
