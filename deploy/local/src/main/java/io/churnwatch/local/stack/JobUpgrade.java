package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.stack.StackPorts.Listener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Replaces the running job by the one that is built now: stops it with a savepoint, from which the supervisor starts it
 * again. When the savepoint fails nothing is stopped.
 */
public final class JobUpgrade {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    private final StackHome home;
    private final FlinkRest flink;
    private final Progress progress;

    public JobUpgrade(RunningStack stack, Progress progress) {
        this.home = stack.home();
        this.flink = new FlinkRest(stack.ports().of(Listener.FLINK));
        this.progress = progress;
    }

    /** Returns once the new job runs. */
    public void run() {
        String old = flink.runningJob()
                .orElseThrow(() -> CommandFailedException.failed(
                        "The job does not run now, so it cannot be stopped with a savepoint."
                                + " './churnwatch status' and './churnwatch logs' show more."));
        SavepointStop stop = new SavepointStop(flink, progress);
        String savepoint = progress.step(
                "Stopping the job with a savepoint",
                () -> stop.stop(old, home.checkpoints().resolve("savepoints")));
        progress.say("The savepoint is %s", savepoint);
        progress.step("Starting the job from it", () -> awaitSuccessor(old, savepoint));
    }

    private String awaitSuccessor(String old, String savepoint) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        Optional<String> successor = Optional.empty();
        while (successor.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw CommandFailedException.failed("The new job does not run after " + START_TIMEOUT.toSeconds()
                        + " s; './churnwatch logs' shows why. It is tried again and again from " + savepoint
                        + ", so the job before can be built and take over from there.");
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            successor = flink.runningJob().filter(job -> !job.equals(old));
        }
        return successor.get();
    }
}
