package io.churnwatch.local.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The options of {@code ./churnwatch up}.
 *
 * @param customers the file to load; without one, an empty database gets the sample
 * @param feedRate updates per second of the simulated feed; without one there is no feed
 * @param cluster whether the job runs on a JobManager and TaskManagers of its own instead of in one process
 * @param mlflow whether MLflow is started beside everything else
 * @param greets whether this process prints the address of the pages
 */
public record UpOptions(
        Optional<Path> customers, Optional<Double> feedRate, boolean cluster, boolean mlflow, boolean greets) {

    UpOptions withoutMlflow() {
        return new UpOptions(customers, feedRate, cluster, false, greets);
    }
}
