package io.churnwatch.training.worker;

import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.training.TrainingCancelledException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code training_job} as a worker sees it. Every statement that speaks for a job names the attempt: a worker that
 * lost its job, because it was silent for longer than {@code lease}, changes nothing any more.
 */
record JobQueue(Duration lease) {
    private static final int FAILURES_MAX = 3;
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(10);

    private static final String HELD = " WHERE id = ? AND attempts = ? AND state = 'RUNNING'";

    /** A line of the log, with the time; its text is a parameter. */
    private static final String LINE = "to_char(now() AT TIME ZONE 'UTC', 'HH24:MI:SS') || ?::text || E'\\n'";

    /** The oldest job that is due: one that waits, or one whose worker died. Jobs that are to end are ended on the way. */
    Optional<Claim> claim(Connection connection) throws SQLException {
        while (true) {
            Optional<Claimed> claimed = take(connection);
            if (claimed.isEmpty()) {
                return Optional.empty();
            }
            Claimed job = claimed.get();
            if (job.cancelledBy() != null) {
                cancelled(connection, job.claim(), "cancelled by " + job.cancelledBy());
            } else if (job.failures() >= FAILURES_MAX) {
                fail(
                        connection,
                        job.claim(),
                        "The worker died %d times while it did this; its log says more.".formatted(job.failures()));
            } else {
                return Optional.of(job.claim());
            }
        }
    }

    private record Claimed(
            Claim claim, int failures, @Nullable String cancelledBy) {}

    private Optional<Claimed> take(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE training_job SET state = 'RUNNING', attempts = attempts + 1, percent = 0, step = 'begins',
                    failures = failures + CASE state WHEN 'RUNNING' THEN 1 ELSE 0 END, heartbeat_at = now(),
                    started_at = coalesce(started_at, date_trunc('milliseconds', now())), log = log || %s
                WHERE id = (SELECT id FROM training_job
                    WHERE state = 'QUEUED' AND not_before <= now()
                       OR state = 'RUNNING' AND heartbeat_at < now() - make_interval(secs => ?)
                    ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1)
                RETURNING id, attempts, failures, cancelled_by, started_at, parameters""".formatted(LINE))) {
            update.setString(1, "        a worker begins");
            update.setDouble(2, lease.toMillis() / 1e3);
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? Optional.of(claimed(row)) : Optional.empty();
            }
        }
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        Claim claim = new Claim(
                row.getLong("id"),
                row.getInt("attempts"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                TrainingParameters.ofJson(row.getString("parameters")));
        return new Claimed(claim, row.getInt("failures"), row.getString("cancelled_by"));
    }

    /**
     * Renews the lease.
     *
     * @return who wants the job to end, if anybody
     * @throws LostJobException when somebody else has it
     */
    Optional<String> beat(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE training_job SET heartbeat_at = now()" + HELD + " RETURNING cancelled_by")) {
            update.setLong(1, claim.jobId());
            update.setInt(2, claim.attempt());
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    throw new LostJobException(claim);
                }
                return Optional.ofNullable(row.getString(1));
            }
        }
    }

    /**
     * Says how far the job is, which renews the lease as well.
     *
     * @throws LostJobException when somebody else has it
     * @throws TrainingCancelledException when somebody wants it to end
     */
    void report(Connection connection, Claim claim, int percent, String step) throws SQLException {
        String set = "percent = ?, step = ?, heartbeat_at = now(), log = log || " + LINE;
        update(connection, claim, set, percent, step, "  %3d %%  %s".formatted(percent, step));
        Optional<String> canceller = beat(connection, claim);
        if (canceller.isPresent()) {
            throw new TrainingCancelledException("cancelled by " + canceller.get());
        }
    }

    /** Part of the transaction that publishes the model: both are there, or neither. */
    void succeed(Connection connection, Claim claim, String modelVersion, String step) throws SQLException {
        String set = "state = 'SUCCEEDED', percent = 100, step = ?, model_version = ?, error = NULL, "
                + "finished_at = now(), log = log || " + LINE;
        update(connection, claim, set, step, modelVersion, "  100 %  " + step);
    }

    /** Ends a job that would fail again. */
    void fail(Connection connection, Claim claim, String error) throws SQLException {
        String set = "state = 'FAILED', step = 'failed', error = ?, finished_at = now(), log = log || " + LINE;
        update(connection, claim, set, error, "        " + error);
    }

    /** Lets a job be tried again in a while, unless it has failed too often. The next attempt makes another model. */
    void retry(Connection connection, Claim claim, String error) throws SQLException {
        String set = """
                state = CASE WHEN failures + 1 >= %d THEN 'FAILED' ELSE 'QUEUED' END, failures = failures + 1,
                finished_at = CASE WHEN failures + 1 >= %d THEN now() END, started_at = NULL,
                step = 'failed', error = ?, not_before = now() + make_interval(secs => ? * (failures + 1)),
                log = log ||""".formatted(FAILURES_MAX, FAILURES_MAX);
        update(connection, claim, set + " " + LINE, error, RETRY_PAUSE.toSeconds(), "        " + error);
    }

    void cancelled(Connection connection, Claim claim, String step) throws SQLException {
        String set = "state = 'CANCELLED', step = ?, finished_at = now(), log = log || " + LINE;
        update(connection, claim, set, step, "        " + step);
    }

    /** Gives a job back, unharmed, for the next worker. */
    void release(Connection connection, Claim claim) throws SQLException {
        String set = "state = 'QUEUED', step = 'waits for the worker', log = log || " + LINE;
        update(connection, claim, set, "        the worker was stopped");
    }

    private static void update(Connection connection, Claim claim, String set, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE training_job SET " + set + HELD)) {
            int parameter = 1;
            for (Object value : values) {
                update.setObject(parameter++, value);
            }
            update.setLong(parameter++, claim.jobId());
            update.setInt(parameter, claim.attempt());
            if (update.executeUpdate() == 0) {
                throw new LostJobException(claim);
            }
        }
    }
}
