package io.churnwatch.training.plan;

import io.churnwatch.training.data.CustomerSource;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.publish.ModelRegistry;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a training does.
 *
 * @param source whose customers it learns from
 * @param since the first day of the outcomes that count, if not all do
 * @param model what it fits
 * @param alertThreshold at which it counts the alerts that would have been right and wrong
 * @param registry where the model is published, if it is, and whose champion it is compared with
 * @param folder where it writes, if it does
 */
public record TrainingPlan(
        CustomerSource source,
        Optional<LocalDate> since,
        ModelPlan model,
        double alertThreshold,
        Optional<ModelRegistry> registry,
        Optional<ModelFolder> folder) {}
