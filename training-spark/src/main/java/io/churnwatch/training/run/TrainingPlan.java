package io.churnwatch.training.run;

import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.store.training.TuningMetric;
import io.churnwatch.training.data.CustomerSource;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.publish.PublishedModels;
import io.churnwatch.training.train.TreeParameters;
import java.util.Objects;
import java.util.Optional;

/**
 * The inputs, the parameters and the outputs of a training.
 *
 * @param source the customers that it learns from
 * @param alertThreshold the probability above which it counts an alert
 * @param registry where the model is published, and whose champion it is compared with
 * @param folder where the model is written
 */
public record TrainingPlan(
        CustomerSource source,
        TrainingParameters parameters,
        double alertThreshold,
        Optional<PublishedModels> registry,
        Optional<ModelFolder> folder) {
    private static final double DEFAULT_ALERT_THRESHOLD = 0.7;

    /** Takes the alert threshold from the registry, if there is one. */
    public static TrainingPlan of(
            CustomerSource source,
            TrainingParameters parameters,
            Optional<PublishedModels> registry,
            Optional<ModelFolder> folder) {
        double threshold = registry.map(PublishedModels::alertThreshold).orElse(DEFAULT_ALERT_THRESHOLD);
        return new TrainingPlan(source, parameters, threshold, registry, folder);
    }

    /** Returns the shape to fit, or with a grid the first one to compare. */
    TreeParameters shape() {
        return TreeParameters.of(parameters);
    }

    /** Returns the metric that shapes are compared by. */
    Metric tuneOn() {
        return Metric.valueOf(Objects.requireNonNullElse(parameters.tuneOn(), TuningMetric.ROC_AUC)
                .name());
    }
}
