package io.churnwatch.training.worker;

import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.settings.SettingType;
import io.churnwatch.settings.Settings;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import io.churnwatch.training.monitor.MonitoringConfig;
import java.time.Duration;
import java.util.Map;

/**
 * A worker's settings.
 *
 * @param environment all of it, for the trainings
 * @param lease how long a silent worker keeps its job
 * @param sparkIdle how long Spark waits for another training
 * @param monitoring of drift, and trainings that no person queued
 */
record WorkerConfig(
        Database database,
        Map<String, String> environment,
        Duration lease,
        Duration sparkIdle,
        MonitoringConfig monitoring) {
    private static final SettingType<Duration> SECONDS =
            SettingType.wholeNumber(1, 999_999).map(Duration::ofSeconds);

    /**
     * Reads the variables {@code CHURNWATCH_…}.
     *
     * @throws InvalidSettingsException listing every problem
     */
    static WorkerConfig of(Map<String, String> environment) {
        return Settings.read("The worker", environment, settings -> of(settings, environment));
    }

    static WorkerConfig of(Settings settings, Map<String, String> environment) {
        return new WorkerConfig(
                Database.of(settings, ConnectionLimits.WORKER),
                Map.copyOf(environment),
                settings.orElse(
                        "CHURNWATCH_TRAINING_LEASE_SECONDS", "20", SECONDS, "how long a silent worker keeps its job"),
                settings.orElse(
                        "CHURNWATCH_TRAINING_SPARK_IDLE_SECONDS",
                        "120",
                        SECONDS,
                        "how long Spark waits for another training"),
                MonitoringConfig.of(settings));
    }

    /** Without the password, which the environment and the database hold. */
    @Override
    public String toString() {
        return "WorkerConfig[" + database.url() + "]";
    }
}
