package io.churnwatch.training.worker;

import io.churnwatch.store.Database;
import io.churnwatch.training.TrainingDatabase;
import io.churnwatch.training.TrainingFailedException;
import io.churnwatch.training.monitor.MonitoringConfig;
import java.time.Duration;
import java.util.Map;

/**
 * What a worker is told by its environment.
 *
 * @param environment all of it, for the trainings
 * @param lease how long a job stays with a worker that is silent
 * @param sparkIdle how long Spark waits for another training
 * @param monitoring what is done without a person
 */
record WorkerConfig(
        Database database,
        Map<String, String> environment,
        Duration lease,
        Duration sparkIdle,
        MonitoringConfig monitoring) {
    /**
     * Reads the variables {@code CHURNWATCH_…}.
     *
     * @throws TrainingFailedException naming one that is missing or makes no sense
     */
    static WorkerConfig of(Map<String, String> environment) {
        return new WorkerConfig(
                TrainingDatabase.of(environment),
                Map.copyOf(environment),
                seconds(environment, "CHURNWATCH_TRAINING_LEASE_SECONDS", 20),
                seconds(environment, "CHURNWATCH_TRAINING_SPARK_IDLE_SECONDS", 120),
                MonitoringConfig.of(environment));
    }

    private static Duration seconds(Map<String, String> environment, String name, int standard) {
        String text = environment.getOrDefault(name, Integer.toString(standard));
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new TrainingFailedException(name + " must be a whole number of seconds from 1, not " + text);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /** Without the password, which the environment and the database hold. */
    @Override
    public String toString() {
        return "WorkerConfig[" + database.url() + "]";
    }
}
