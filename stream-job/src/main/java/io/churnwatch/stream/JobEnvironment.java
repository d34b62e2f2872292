package io.churnwatch.stream;

import io.churnwatch.stream.config.JobConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How Flink runs the job: state on RocksDB, incremental checkpoints, restart from the last one. */
final class JobEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(JobEnvironment.class);

    static StreamExecutionEnvironment create(JobConfig config) {
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
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
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
        config.webPort().ifPresent(port -> oneJvm(flink, config, port));
        return flink;
    }

    /** Job manager and task manager in this process; it restores itself, since no cluster does. */
    private static void oneJvm(Configuration flink, JobConfig config, int port) {
        flink.set(WebOptions.SUBMIT_ENABLE, false); // pages to look at; nobody uploads code or cancels from there
        flink.set(WebOptions.CANCEL_ENABLE, false);
        flink.set(RestOptions.PORT, port);
        flink.set(RestOptions.BIND_PORT, Integer.toString(port));
        flink.set(RestOptions.ADDRESS, "127.0.0.1");
        flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        flink.set(JobManagerOptions.ADDRESS, "127.0.0.1");
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        latestCheckpoint(config.stateDir()).ifPresent(checkpoint -> {
            LOG.info("Restoring from {}", checkpoint);
            flink.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint);
            // Ours alone from here on: the new run continues its increments and deletes it when it is done with it.
            flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
    }

    /** The newest complete checkpoint of any earlier run; {@code _metadata} is written last, by renaming. */
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
