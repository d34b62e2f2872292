package io.churnwatch.store.training;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code training_job}: people, the schedule and drift queue trainings, workers claim and end them. Every statement
 * of a worker names its attempt: a worker that lost its job, because it was silent for longer than its lease, changes
 * nothing any more.
 */
public final class TrainingJobs {
    private static final int FAILURES_MAX = 3;
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(10);
    private static final GenericType<SortedMap<String, String>> OPTIONS = new GenericType<>() {};
    private static final ColumnMapper<SortedMap<String, String>> OPTIONS_MAPPER =
            (row, column, context) -> OptionsJson.read(row.getString(column));
    private static final String OPEN = "state IN ('QUEUED', 'RUNNING')";
    private static final String HELD = " WHERE id = :id AND attempts = :attempt AND state = 'RUNNING'";

    /** Appends a line to the log, with the time. */
    private static final String LOG =
            "log = log || to_char(now() AT TIME ZONE 'UTC', 'HH24:MI:SS') || :line::text || E'\\n'";

    private static final String SELECT = """
            SELECT j.id, j.parameters AS options, j.cause, j.requested_by, j.requested_at, j.state, j.percent, j.step, j.attempts,
                   j.started_at, j.finished_at, j.cancelled_by, j.error, j.model_version, m.mlflow_run_id
            FROM training_job j LEFT JOIN model_version m ON m.model_version = j.model_version
            """;

    /**
     * Queues a training, unless one with the same parameters is waiting or running.
     *
     * @param requestedBy a person's name, or a program's reason; cut to the 100 characters that the column holds
     */
    public static QueuedJob queue(Handle handle, TrainingParameters parameters, JobCause cause, String requestedBy) {
        while (true) {
            Optional<Long> queued = insert(handle, parameters, cause, requestedBy);
            if (queued.isPresent()) {
                return new QueuedJob(queued.get(), true);
            }
            Optional<Long> open = findOpen(handle, parameters);
            if (open.isPresent()) {
                return new QueuedJob(open.get(), false);
            }
            // It has ended in between: nothing is in the way any more.
        }
    }

    public static Optional<TrainingJob> find(Handle handle, long id) {
        return jobs(handle.createQuery(SELECT + "WHERE j.id = :id").bind("id", id)).stream()
                .findFirst();
    }

    /** Newest first, with ids below {@code before}. */
    public static List<TrainingJob> newest(Handle handle, long before, int limit) {
        return jobs(handle.createQuery(SELECT + "WHERE j.id < :before ORDER BY j.id DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit));
    }

    /** Returns the worker's log of a job, line by line; empty when there is no such job. */
    public static String log(Handle handle, long id) {
        return handle.createQuery("SELECT log FROM training_job WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    /**
     * Cancels a job: one that waits at once, one that runs at its next step.
     *
     * @return false when it is over already, or there is none
     */
    public static boolean cancel(Handle handle, long id, String cancelledBy) {
        return handle.createUpdate("""
                                UPDATE training_job SET cancelled_by = coalesce(cancelled_by, :cancelledBy),
                                    step = CASE state WHEN 'QUEUED' THEN 'cancelled before it began' ELSE step END,
                                    finished_at = CASE state WHEN 'QUEUED' THEN now() END,
                                    state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END
                                WHERE id = :id AND\s""" + OPEN)
                        .bind("cancelledBy", cancelledBy)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Writes into the log of a job that waits why it was queued. */
    public static void explain(Handle handle, long id, String reason) {
        handle.createUpdate("UPDATE training_job SET " + LOG + " WHERE id = :id")
                .bind("line", "        queued, as " + reason)
                .bind("id", id)
                .execute();
    }

    /**
     * Returns what speaks against a training for drift: any that is open sees the customers as they are now, whatever its
     * cause; one for drift within the cooldown was queued for the same drift.
     */
    public static Optional<String> findObstacleToDrift(Handle handle, Duration cooldown) {
        return handle.createQuery("""
                        SELECT 'training ' || id || CASE WHEN state IN ('QUEUED', 'RUNNING') THEN ' is under way' ELSE
                            ' was queued for drift on ' || to_char(requested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')
                            || ' UTC, too lately for another' END
                        FROM training_job WHERE state IN ('QUEUED', 'RUNNING')
                            OR cause = 'DRIFT' AND requested_at > now() - make_interval(secs => :seconds)
                        ORDER BY id DESC LIMIT 1""")
                .bind("seconds", seconds(cooldown))
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Claims the oldest job that is due: one that waits, or one whose worker died. Jobs that are to end are ended on the way.
     *
     * @param lease how long a job stays with a worker that is silent
     */
    public static Optional<Claim> claim(Handle handle, Duration lease) {
        while (true) {
            Optional<Claimed> claimed = take(handle, lease);
            if (claimed.isEmpty()) {
                return Optional.empty();
            }
            Claimed job = claimed.get();
            if (job.cancelledBy() != null) {
                cancelled(handle, job.claim(), "cancelled by " + job.cancelledBy());
            } else if (job.failures() >= FAILURES_MAX) {
                fail(
                        handle,
                        job.claim(),
                        "The worker died %d times while it did this; its log has the details."
                                .formatted(job.failures()));
            } else {
                return Optional.of(job.claim());
            }
        }
    }

    /**
     * Renews the lease.
     *
     * @return the person who cancelled the job, if anybody
     * @throws LostJobException when another worker has it
     */
    public static Optional<String> beat(Handle handle, Claim claim) {
        return handle.createQuery("UPDATE training_job SET heartbeat_at = now()" + HELD + " RETURNING cancelled_by")
                .bind("id", claim.jobId())
                .bind("attempt", claim.attempt())
                .map((row, context) -> Optional.ofNullable(row.getString(1)))
                .findOne()
                .orElseThrow(() -> new LostJobException(claim));
    }

    /**
     * Writes how far the job is, which renews the lease as well.
     *
     * @return the person who cancelled the job, if anybody
     * @throws LostJobException when another worker has it
     */
    public static Optional<String> report(Handle handle, Claim claim, int percent, String step) {
        update(
                handle,
                claim,
                "percent = :percent, step = :step, heartbeat_at = now()",
                "  %3d %%  %s".formatted(percent, step),
                Map.of("percent", percent, "step", step));
        return beat(handle, claim);
    }

    /** Ends a job in the transaction that publishes its model: both are there, or neither. */
    public static void succeed(Handle handle, Claim claim, String modelVersion, String step) {
        update(
                handle,
                claim,
                "state = 'SUCCEEDED', percent = 100, step = :step, model_version = :modelVersion, error = NULL,"
                        + " finished_at = now()",
                "  100 %  " + step,
                Map.of("step", step, "modelVersion", modelVersion));
    }

    /** Ends a job that would fail again. */
    public static void fail(Handle handle, Claim claim, String error) {
        update(
                handle,
                claim,
                "state = 'FAILED', step = 'failed', error = :error, finished_at = now()",
                "        " + error,
                Map.of("error", error));
    }

    /** Lets a job be tried again in a while, unless it has failed too often. The next attempt makes another model. */
    public static void retry(Handle handle, Claim claim, String error) {
        update(
                handle,
                claim,
                """
                state = CASE WHEN failures + 1 >= :failuresMax THEN 'FAILED' ELSE 'QUEUED' END,
                finished_at = CASE WHEN failures + 1 >= :failuresMax THEN now() END,
                failures = failures + 1, started_at = NULL, step = 'failed', error = :error,
                not_before = now() + make_interval(secs => :pause * (failures + 1))""",
                "        " + error,
                Map.of("failuresMax", FAILURES_MAX, "error", error, "pause", seconds(RETRY_PAUSE)));
    }

    public static void cancelled(Handle handle, Claim claim, String step) {
        update(
                handle,
                claim,
                "state = 'CANCELLED', step = :step, finished_at = now()",
                "        " + step,
                Map.of("step", step));
    }

    /** Gives a job back, unharmed, for the next worker. */
    public static void release(Handle handle, Claim claim) {
        update(
                handle,
                claim,
                "state = 'QUEUED', step = 'waits for the worker'",
                "        the worker was stopped",
                Map.of());
    }

    private static void update(Handle handle, Claim claim, String set, String line, Map<String, ?> values) {
        Update update = handle.createUpdate("UPDATE training_job SET " + set + ", " + LOG + HELD)
                .bindMap(values)
                .bind("line", line)
                .bind("id", claim.jobId())
                .bind("attempt", claim.attempt());
        if (update.execute() == 0) {
            throw new LostJobException(claim);
        }
    }

    private record Claimed(
            Claim claim, int failures, @Nullable String cancelledBy) {}

    private static Optional<Claimed> take(Handle handle, Duration lease) {
        return handle.createQuery("""
                        UPDATE training_job SET state = 'RUNNING', attempts = attempts + 1, percent = 0, step = 'begins',
                            failures = failures + CASE state WHEN 'RUNNING' THEN 1 ELSE 0 END, heartbeat_at = now(),
                            started_at = coalesce(started_at, date_trunc('milliseconds', now())), %s
                        WHERE id = (SELECT id FROM training_job
                            WHERE state = 'QUEUED' AND not_before <= now()
                               OR state = 'RUNNING' AND heartbeat_at < now() - make_interval(secs => :lease)
                            ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1)
                        RETURNING id AS job_id, attempts AS attempt, started_at, parameters AS options, failures, cancelled_by""".formatted(LOG))
                .bind("line", "        a worker begins")
                .bind("lease", seconds(lease))
                .registerColumnMapper(OPTIONS, OPTIONS_MAPPER)
                .registerRowMapper(ConstructorMapper.factory(Claim.class))
                .reduceRows(Optional.<Claimed>empty(), (none, row) -> Optional.of(claimed(row)));
    }

    private static Claimed claimed(RowView row) {
        return new Claimed(
                row.getRow(Claim.class),
                row.getColumn("failures", Integer.class),
                row.getColumn("cancelled_by", String.class));
    }

    private static Optional<Long> insert(
            Handle handle, TrainingParameters parameters, JobCause cause, String requestedBy) {
        return handle.createQuery("""
                        INSERT INTO training_job (parameters, cause, requested_by)
                        VALUES (:parameters::jsonb, :cause, left(:requestedBy, 100))
                        ON CONFLICT (parameters) WHERE state IN ('QUEUED', 'RUNNING') DO NOTHING RETURNING id""")
                .bind("parameters", OptionsJson.write(parameters.options()))
                .bind("cause", cause)
                .bind("requestedBy", requestedBy)
                .mapTo(Long.class)
                .findOne();
    }

    private static Optional<Long> findOpen(Handle handle, TrainingParameters parameters) {
        return handle.createQuery("SELECT id FROM training_job WHERE parameters = :parameters::jsonb AND " + OPEN)
                .bind("parameters", OptionsJson.write(parameters.options()))
                .mapTo(Long.class)
                .findOne();
    }

    private static List<TrainingJob> jobs(Query query) {
        return query.registerColumnMapper(OPTIONS, OPTIONS_MAPPER)
                .map(ConstructorMapper.of(TrainingJob.class))
                .list();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private TrainingJobs() {}
}
