package io.churnwatch.training.worker;

import io.churnwatch.model.ModelRole;
import io.churnwatch.store.DatabaseErrors;
import io.churnwatch.store.training.Claim;
import io.churnwatch.store.training.LostJobException;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.training.data.PostgresCustomers;
import io.churnwatch.training.publish.PublishedModels;
import io.churnwatch.training.publish.TrainedModel;
import io.churnwatch.training.run.Training;
import io.churnwatch.training.run.TrainingCancelledException;
import io.churnwatch.training.run.TrainingPlan;
import io.churnwatch.training.support.TrainingFailedException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * One attempt at a job, from its claim to its end. The model and the end of its job are one transaction, so that a worker may
 * die at any moment: then there is neither, and the next attempt makes both.
 */
final class TrainingAttempt {
    private final WorkerConfig config;
    private final Handle handle;
    private final Claim claim;
    private final WorkerLog log;

    TrainingAttempt(WorkerConfig config, Handle handle, Claim claim, WorkerLog log) {
        this.config = config;
        this.handle = handle;
        this.claim = claim;
        this.log = log;
    }

    /** Trains and publishes. It stores why a training failed, and throws if that fails. */
    void run(ReusedSpark spark) {
        try (Heartbeat heartbeat = Heartbeat.start(config.database(), config.lease(), claim, spark::breakOff)) {
            try {
                publish(train(spark));
            } catch (LostJobException e) {
                throw e;
            } catch (Exception e) { // Spark's are checked, and Scala declares none of them
                explain(e, heartbeat.cancelledBy());
            }
        } catch (LostJobException e) {
            log.info(claim, String.valueOf(e.getMessage()));
        } finally {
            spark.used();
        }
    }

    private TrainedModel train(ReusedSpark spark) {
        Clock clock = Clock.fixed(claim.startedAt(), ZoneOffset.UTC);
        TrainingPlan plan = plan();
        SparkSession session = spark.session();
        report(2, "started Spark " + session.version());
        return new Training(plan, clock, this::report).run(session);
    }

    private TrainingPlan plan() {
        return TrainingPlan.of(
                new PostgresCustomers(config.database()),
                parameters(),
                Optional.of(new PublishedModels(config.database())),
                Optional.empty());
    }

    private TrainingParameters parameters() {
        try {
            return TrainingParameters.of(claim.options(), claim.startedAt());
        } catch (IllegalArgumentException e) {
            throw new TrainingFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private void publish(TrainedModel model) {
        report(96, "publishes " + model.version().name());
        String step = handle.inTransaction(transaction -> {
            ModelRole role = PublishedModels.publish(transaction, model);
            String done = "published " + model.version().name() + " as " + role;
            TrainingJobs.succeed(transaction, claim, model.version().name(), done);
            return done;
        });
        log.info(claim, step);
    }

    private void report(int percent, String step) {
        Optional<String> canceller = TrainingJobs.report(handle, claim, percent, step);
        if (canceller.isPresent()) {
            throw new TrainingCancelledException("cancelled by " + canceller.get());
        }
        log.info(claim, "%3d %%  %s".formatted(percent, step));
    }

    private void explain(Exception failure, Optional<String> cancelledBy) {
        String message = cancelledBy.map(who -> "cancelled by " + who).orElseGet(() -> message(failure));
        log.info(claim, message);
        if (failure instanceof TrainingCancelledException || cancelledBy.isPresent()) {
            TrainingJobs.cancelled(handle, claim, message);
        } else if (isForGood(failure)) {
            TrainingJobs.fail(handle, claim, message);
        } else {
            log.trace(failure);
            TrainingJobs.retry(handle, claim, message);
        }
    }

    private static String message(Exception failure) {
        return failure instanceof JdbiException database
                ? "The database reports: " + DatabaseErrors.message(database)
                : String.valueOf(failure.getMessage());
    }

    /** A training that cannot run fails again with the same customers. A database may come back. */
    private static boolean isForGood(Exception failure) {
        return failure instanceof TrainingFailedException && !(failure.getCause() instanceof JdbiException);
    }
}
