package io.churnwatch.stream.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the job is started with, read from the environment once; a value that is missing or out of range stops the start
 * with all problems listed.
 *
 * @param kafka bootstrap servers
 * @param stateDir folder (or URI) of checkpoints
 * @param restoresLatest whether it goes on from the newest checkpoint or savepoint of that folder; off where something
 *     else says from which
 * @param webPort of Flink's web UI in one JVM; empty on a cluster, which has its own
 * @param metricsPort where Prometheus reads the metrics in one JVM; on a cluster each process has its own
 * @param parallelism of every operator
 * @param checkpointInterval how much is replayed after a failure, and how late an exactly-once sink shows its records
 * @param exactlyOnce whether the Kafka sinks use transactions
 */
public record JobConfig(
        String kafka,
        DatabaseConfig database,
        String stateDir,
        boolean restoresLatest,
        Optional<Integer> webPort,
        Optional<Integer> metricsPort,
        int parallelism,
        Duration checkpointInterval,
        boolean exactlyOnce,
        ScoringConfig scoring) {

    /**
     * Reads the configuration.
     *
     * @throws IllegalArgumentException listing every problem
     */
    public static JobConfig from(Map<String, String> environment) {
        EnvironmentReader reader = new EnvironmentReader(environment);
        JobConfig config = new JobConfig(
                reader.text("CHURNWATCH_KAFKA"),
                new DatabaseConfig(
                        reader.text("CHURNWATCH_DATABASE_URL"),
                        reader.text("CHURNWATCH_DATABASE_USER"),
                        reader.text("CHURNWATCH_DATABASE_PASSWORD"),
                        Duration.ofSeconds(reader.number("CHURNWATCH_DATABASE_PATIENCE_SECONDS", 120, 1, 86_400))),
                uri(reader.text("CHURNWATCH_STATE_DIR")),
                reader.flag("CHURNWATCH_RESTORE_LATEST", environment.containsKey("CHURNWATCH_FLINK_PORT")),
                reader.port("CHURNWATCH_FLINK_PORT"),
                reader.port("CHURNWATCH_METRICS_PORT"),
                reader.number("CHURNWATCH_PARALLELISM", 2, 1, 1024),
                Duration.ofMillis(reader.number("CHURNWATCH_CHECKPOINT_MILLIS", 5_000, 100, 3_600_000)),
                reader.flag("CHURNWATCH_EXACTLY_ONCE", false),
                ScoringConfig.withDefaults(
                        reader.engine("CHURNWATCH_ENGINE"),
                        reader.reasons("CHURNWATCH_REASONS_POINTS"),
                        reader.valueAtRisk("CHURNWATCH_VALUE_AT_RISK")));
        reader.throwIfAnyProblem();
        return config;
    }

    private static String uri(String folder) {
        return folder.contains(":/")
                ? folder
                : Path.of(folder).toAbsolutePath().toUri().toString();
    }
}
