package io.churnwatch.stream;

import io.churnwatch.stream.config.JobConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.metrics.prometheus.LocalPrometheusReporterFactory;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.rocksdb.CompressionType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How Flink runs the job: state on RocksDB, incremental checkpoints, restart from the last one. */
public final class JobEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(JobEnvironment.class);

    /** The beginning of the names that Flink gives to folders of savepoints. */
    private static final String SAVEPOINT = "savepoint-";

    /** Runs the job in this process, or in the cluster that started this process. */
    public static StreamExecutionEnvironment create(JobConfig config) {
        Configuration flink = settings(config);
        return config.webPort().isPresent()
                ? StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink)
                : StreamExecutionEnvironment.getExecutionEnvironment(flink);
    }

    static Configuration settings(JobConfig config) {
        Configuration flink = new Configuration();
        flink.set(CoreOptions.DEFAULT_PARALLELISM, config.parallelism());
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.GENERIC_TYPES, false); // a type that falls back to Kryo fails the build
        flink.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(10));
        keepStateOnRocksDb(flink);
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, config.stateDir());
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpointInterval());
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(30));
        // A failure an hour must not make the pauses longer and longer.
        flink.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(5));
        if (config.restoresLatest()) {
            latestCheckpoint(config.stateDir()).ifPresent(checkpoint -> restore(flink, checkpoint));
        }
        config.webPort().ifPresent(port -> oneJvm(flink, config, port));
        return flink;
    }

    /**
     * Every event reads and writes one customer. With a million of them a third of the job's time went into unpacking the blocks that they
     * are found in, and into looking where they are not; at a checkpoint the stream waits for what is packed.
     */
    private static void keepStateOnRocksDb(Configuration flink) {
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        flink.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        flink.set(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, List.of(CompressionType.NO_COMPRESSION));
    }

    private static void restore(Configuration flink, String checkpoint) {
        LOG.info("Restoring from {}", checkpoint);
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint);
        // A checkpoint is ours alone from here on: the new run continues its increments, and deletes it later.
        // A savepoint stays, as the way back to the version before.
        flink.set(
                StateRecoveryOptions.RESTORE_MODE,
                checkpoint.contains("/" + SAVEPOINT) ? RecoveryClaimMode.NO_CLAIM : RecoveryClaimMode.CLAIM);
    }

    /** Job manager and task manager in this process. */
    private static void oneJvm(Configuration flink, JobConfig config, int port) {
        flink.set(WebOptions.SUBMIT_ENABLE, false); // pages to look at; nobody uploads code or cancels from there
        flink.set(WebOptions.CANCEL_ENABLE, false);
        flink.set(RestOptions.PORT, port);
        flink.set(RestOptions.BIND_PORT, Integer.toString(port));
        flink.set(RestOptions.ADDRESS, "127.0.0.1");
        flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        flink.set(JobManagerOptions.ADDRESS, "127.0.0.1");
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        config.metricsPort().ifPresent(metricsPort -> exposeMetrics(flink, metricsPort));
    }

    private static void exposeMetrics(Configuration flink, int port) {
        flink.setString("metrics.reporter.prometheus.factory.class", LocalPrometheusReporterFactory.class.getName());
        flink.setString("metrics.reporter.prometheus.port", Integer.toString(port));
    }

    /** The newest complete checkpoint or savepoint of any earlier run; {@code _metadata} is written last, by renaming. */
    static Optional<String> latestCheckpoint(String stateDir) {
        Path root = Path.of(URI.create(stateDir));
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        NewestMetadata newest = new NewestMetadata();
        try {
            Files.walkFileTree(root, Set.of(), 3, newest);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + root + " cannot be listed", e);
        }
        return newest.checkpoint().map(checkpoint -> checkpoint.toUri().toString());
    }

    private JobEnvironment() {}
}
