package io.churnwatch.training.worker;

import io.churnwatch.model.ModelRole;
import io.churnwatch.training.JobPlan;
import io.churnwatch.training.TrainedModel;
import io.churnwatch.training.Training;
import io.churnwatch.training.TrainingCancelledException;
import io.churnwatch.training.TrainingFailedException;
import io.churnwatch.training.TrainingPlan;
import io.churnwatch.training.publish.ModelRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * One attempt at a job, from its claim to its end. The model and the end of its job are one transaction, so that a worker may
 * die at any moment: then there is neither, and the next attempt makes both.
 */
final class JobRun {
    private final WorkerConfig config;
    private final JobQueue queue;
    private final Connection connection;
    private final Claim claim;
    private final WorkerLog log;

    JobRun(WorkerConfig config, JobQueue queue, Connection connection, Claim claim, WorkerLog log) {
        this.config = config;
        this.queue = queue;
        this.connection = connection;
        this.claim = claim;
        this.log = log;
    }

    /** Trains and publishes. What goes wrong with the training is written down; it throws what goes wrong with that. */
    void run(ReusedSpark spark) throws SQLException {
        try (Heartbeat heartbeat = Heartbeat.start(config.database(), queue, claim, spark::breakOff)) {
            try {
                publish(train(spark));
            } catch (LostJobException e) {
                throw e;
            } catch (Exception e) { // Spark's are checked, and Scala declares none of them
                explain(e, heartbeat.cancelledBy());
            }
        } catch (LostJobException e) {
            log.say(claim, String.valueOf(e.getMessage()));
        } finally {
            spark.used();
        }
    }

    private TrainedModel train(ReusedSpark spark) {
        Clock clock = Clock.fixed(claim.startedAt(), ZoneOffset.UTC);
        TrainingPlan plan = JobPlan.of(claim.parameters(), config.environment(), clock);
        SparkSession session = spark.session();
        report(2, "started Spark " + session.version());
        return new Training(plan, clock, this::report).run(session);
    }

    private void publish(TrainedModel model) throws SQLException {
        report(96, "publishes " + model.version().name());
        connection.setAutoCommit(false);
        try {
            ModelRole role = ModelRegistry.publish(connection, model);
            String step = "published " + model.version().name() + " as " + role;
            queue.succeed(connection, claim, model.version().name(), step);
            connection.commit();
            log.say(claim, step);
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void report(int percent, String step) {
        try {
            queue.report(connection, claim, percent, step);
            log.say(claim, "%3d %%  %s".formatted(percent, step));
        } catch (SQLException e) {
            throw new TrainingFailedException("The database says: " + e.getMessage(), e);
        }
    }

    private void explain(Exception failure, Optional<String> cancelledBy) throws SQLException {
        String message = cancelledBy.map(who -> "cancelled by " + who).orElse(String.valueOf(failure.getMessage()));
        log.say(claim, message);
        if (failure instanceof TrainingCancelledException || cancelledBy.isPresent()) {
            queue.cancelled(connection, claim, message);
        } else if (isForGood(failure)) {
            queue.fail(connection, claim, message);
        } else {
            log.trace(failure);
            queue.retry(connection, claim, message);
        }
    }

    /** A training says when it cannot be: with the same customers it would say so again. A database may come back. */
    private static boolean isForGood(Exception failure) {
        return failure instanceof TrainingFailedException && !(failure.getCause() instanceof SQLException);
    }
}
