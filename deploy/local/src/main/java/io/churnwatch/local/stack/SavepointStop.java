package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.stack.FlinkRest.Savepoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Stops the job once its state is in a savepoint; when that fails, the job goes on. */
public final class SavepointStop {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(5);

    private final FlinkRest flink;
    private final Progress progress;

    public SavepointStop(FlinkRest flink, Progress progress) {
        this.flink = flink;
        this.progress = progress;
    }

    /**
     * Returns where the savepoint is.
     *
     * @throws CommandFailedException naming the cause when there is none
     */
    public String stop(String jobId, Path folder) {
        try {
            return await(jobId, flink.stopWithSavepoint(jobId, folder));
        } catch (IOException e) {
            throw CommandFailedException.failed("Flink does not report how the savepoint went: " + e.getMessage()
                    + ". If the job has ended, it starts again by itself, from the savepoint or its last checkpoint.");
        }
    }

    private String await(String jobId, String requestId) throws IOException {
        long reported = System.nanoTime();
        while (true) {
            Savepoint savepoint = flink.savepoint(jobId, requestId);
            if (savepoint.location().isPresent()) {
                return savepoint.location().get();
            }
            if (savepoint.failure().isPresent()) {
                throw CommandFailedException.failed("The savepoint failed, and the job goes on as it was: "
                        + savepoint.failure().get());
            }
            if (System.nanoTime() - reported > REPORT_INTERVAL.toNanos()) {
                progress.say("still writing the savepoint");
                reported = System.nanoTime();
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }
}
