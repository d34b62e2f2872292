package io.churnwatch.training.worker;

import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.store.DatabaseErrors;
import io.churnwatch.store.training.Claim;
import io.churnwatch.store.training.LostJobException;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.training.mlflow.TrackingServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Takes trainings from the queue, one after the other, until it is stopped, and checks for drift in between. Any number of
 * workers share a queue.
 */
public final class TrainingWorker {
    private static final int EXIT_CONFIG = 78; // EX_CONFIG of sysexits.h
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(3);

    private final WorkerConfig config;
    private final ReusedSpark spark;
    private final WorkerLog log;
    private final Monitoring monitoring;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Claim current;

    private TrainingWorker(WorkerConfig config, WorkerLog log) {
        this.config = config;
        this.spark = new ReusedSpark(config.sparkIdle());
        this.log = log;
        this.monitoring = new Monitoring(config, Clock.systemUTC(), log);
    }

    public static void main(String[] arguments) {
        WorkerLog log = new WorkerLog(System.err);
        try {
            TrainingWorker worker = new TrainingWorker(WorkerConfig.of(System.getenv()), log);
            Runtime.getRuntime().addShutdownHook(new Thread(worker::stop, "stop-worker"));
            worker.workUntilStopped();
        } catch (InvalidSettingsException e) {
            log.info(String.valueOf(e.getMessage()));
            System.exit(EXIT_CONFIG);
        }
    }

    private void workUntilStopped() {
        log.info("waits for trainings");
        TrackingServer.of(config.environment())
                .ifPresent(server -> new MlflowFollower(config.database(), server, log).start());
        boolean failing = false;
        while (!isStoppedWithin(failing ? DATABASE_RETRY : Duration.ZERO)) {
            try (Handle handle = config.database().open()) {
                failing = false;
                workOn(handle);
            } catch (JdbiException e) {
                if (!failing) {
                    log.info("waits for the database: " + DatabaseErrors.message(e));
                }
                failing = true;
            }
        }
    }

    private void workOn(Handle handle) {
        while (!isStopped()) {
            Optional<Claim> claim = TrainingJobs.claim(handle, config.lease());
            if (claim.isPresent()) {
                run(handle, claim.get());
            } else {
                monitoring.runDue(handle, spark);
                spark.endIfIdle();
                isStoppedWithin(POLL_INTERVAL);
            }
        }
    }

    private void run(Handle handle, Claim claim) {
        current = claim;
        log.info(claim, "begins, attempt " + claim.attempt());
        try {
            new TrainingAttempt(config, handle, claim, log).run(spark);
        } finally {
            current = null;
        }
    }

    /** Gives the current job back at once. A worker that dies instead loses its job when the lease ends. */
    private void stop() {
        stop.countDown();
        Claim claim = current;
        if (claim == null) {
            return;
        }
        try (Handle handle = config.database().open()) {
            TrainingJobs.release(handle, claim);
            log.info(claim, "goes back to the queue");
        } catch (JdbiException e) {
            log.info(claim, DatabaseErrors.message(e));
        } catch (LostJobException e) {
            log.info(claim, String.valueOf(e.getMessage()));
        }
    }

    private boolean isStopped() {
        return isStoppedWithin(Duration.ZERO);
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
