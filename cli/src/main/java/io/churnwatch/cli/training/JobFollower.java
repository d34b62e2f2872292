package io.churnwatch.cli.training;

import io.churnwatch.local.ExitCode;
import io.churnwatch.store.training.TrainingJob;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Prints the log of a training until it is over. Ctrl-C stops the printing, not the training. */
final class JobFollower {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(300);

    private final Trainings trainings;
    private final PrintStream out;
    private final long id;
    private int shown;

    JobFollower(Trainings trainings, PrintStream out, long id) {
        this.trainings = trainings;
        this.out = out;
        this.id = id;
    }

    /** Returns the exit code of the command. */
    int follow() {
        Thread farewell = new Thread(this::sayThatItGoesOn, "farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        TrainingJob job = awaitEnd();
        Runtime.getRuntime().removeShutdownHook(farewell);
        return explain(job);
    }

    TrainingJob awaitEnd() {
        TrainingJob job = trainings.find(id);
        while (!job.state().isOver()) {
            show();
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            job = trainings.find(id);
        }
        show();
        return job;
    }

    private void show() {
        String log = trainings.log(id);
        out.print(log.substring(shown));
        out.flush();
        shown = log.length();
    }

    private void sayThatItGoesOn() {
        out.printf(
                "The training goes on. './churnwatch train --follow %d' shows it again, '--cancel %d' ends it.%n",
                id, id);
    }

    private int explain(TrainingJob job) {
        return switch (job.state()) {
            case SUCCEEDED -> {
                out.printf("Trained %s. See './churnwatch models show %s'.%n", job.modelVersion(), job.modelVersion());
                yield ExitCode.OK;
            }
            case FAILED -> {
                out.println("Training failed. " + job.error());
                yield ExitCode.FAILED;
            }
            case CANCELLED -> {
                out.println("The training was cancelled.");
                yield ExitCode.FAILED;
            }
            case QUEUED, RUNNING -> throw new IllegalStateException("Training " + id + " is not over");
        };
    }
}
