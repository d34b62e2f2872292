package io.churnwatch.stream.config;

import static io.churnwatch.settings.SettingType.FLAG;
import static io.churnwatch.settings.SettingType.PORT;
import static io.churnwatch.settings.SettingType.TEXT;
import static io.churnwatch.settings.SettingType.wholeNumber;

import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.settings.KafkaSettings;
import io.churnwatch.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The job's settings, read from the environment once. A missing value or one out of range stops the start with all problems
 * listed.
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
     * @throws InvalidSettingsException listing every problem
     */
    public static JobConfig from(Map<String, String> environment) {
        return Settings.read("The job", environment, JobConfig::of);
    }

    static JobConfig of(Settings settings) {
        String kafka = KafkaSettings.bootstrapServers(settings);
        DatabaseConfig database = DatabaseConfig.of(settings);
        Optional<Integer> webPort = settings.optional(
                "CHURNWATCH_FLINK_PORT", "runs on a cluster", PORT, "one process, with Flink's pages on this port");
        return new JobConfig(
                kafka,
                database,
                settings.required(
                        "CHURNWATCH_STATE_DIR",
                        "s3://bank/churnwatch",
                        TEXT.map(JobConfig::uri),
                        "folder or URI of checkpoints"),
                settings.optional(
                                "CHURNWATCH_RESTORE_LATEST",
                                "`true` in one process",
                                FLAG,
                                "starts from the newest state")
                        .orElse(webPort.isPresent()),
                webPort,
                settings.optional("CHURNWATCH_METRICS_PORT", "none", PORT, "metrics for Prometheus, in one process"),
                settings.orElse("CHURNWATCH_PARALLELISM", "2", wholeNumber(1, 1024), "tasks of every operator"),
                Duration.ofMillis(settings.orElse(
                        "CHURNWATCH_CHECKPOINT_MILLIS",
                        "5000",
                        wholeNumber(100, 3_600_000),
                        "time between checkpoints")),
                settings.orElse("CHURNWATCH_EXACTLY_ONCE", "false", FLAG, "writes to Kafka in transactions"),
                ScoringConfig.of(settings));
    }

    private static String uri(String folder) {
        return folder.contains(":/")
                ? folder
                : Path.of(folder).toAbsolutePath().toUri().toString();
    }
}
