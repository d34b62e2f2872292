package io.churnwatch.training;

import io.churnwatch.training.data.CustomerSource;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.publish.ModelRegistry;
import io.churnwatch.training.train.ForestParameters;
import java.util.Optional;

/**
 * What a training does.
 *
 * @param source whose customers it learns from
 * @param forest what it fits
 * @param alertThreshold at which it counts the alerts that would have been right and wrong
 * @param registry where it publishes, if it does
 * @param folder where it writes, if it does
 */
public record TrainingPlan(
        CustomerSource source,
        ForestParameters forest,
        double alertThreshold,
        Optional<ModelRegistry> registry,
        Optional<ModelFolder> folder) {}
