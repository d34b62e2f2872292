package io.churnwatch.store.training;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code training_job} as it looks from outside: trainings are filed, followed and cancelled. */
public final class TrainingJobs {
    private static final String SELECT = """
            SELECT j.id, j.parameters, j.cause, j.requested_by, j.requested_at, j.state, j.percent, j.step, j.attempts,
                   j.started_at, j.finished_at, j.cancelled_by, j.error, j.model_version, m.mlflow_run_id
            FROM training_job j LEFT JOIN model_version m ON m.model_version = j.model_version
            """;

    /**
     * Files a training, unless one with the same parameters is waiting or running.
     *
     * @param requestedBy a person's name, or what a program has to say for itself; cut to the 100 characters that the column holds
     */
    public static Filing file(Connection connection, TrainingParameters parameters, JobCause cause, String requestedBy)
            throws SQLException {
        while (true) {
            Optional<Long> filed = insert(connection, parameters, cause, requestedBy);
            if (filed.isPresent()) {
                return new Filing(filed.get(), true);
            }
            Optional<Long> open = findOpen(connection, parameters);
            if (open.isPresent()) {
                return new Filing(open.get(), false);
            }
            // It has ended in between: nothing is in the way any more.
        }
    }

    public static Optional<TrainingJob> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "WHERE j.id = ?")) {
            query.setLong(1, id);
            return jobs(query).stream().findFirst();
        }
    }

    /** Newest first, with ids below {@code before}. */
    public static List<TrainingJob> newest(Connection connection, long before, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "WHERE j.id < ? ORDER BY j.id DESC LIMIT ?")) {
            query.setLong(1, before);
            query.setInt(2, limit);
            return jobs(query);
        }
    }

    /** What the worker wrote about a job, line by line; empty when there is no such job. */
    public static String log(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT log FROM training_job WHERE id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /**
     * Cancels a job: one that waits at once, one that runs at its next step.
     *
     * @return false when it is over already, or there is none
     */
    public static boolean cancel(Connection connection, long id, String cancelledBy) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE training_job SET cancelled_by = coalesce(cancelled_by, ?),
                    step = CASE state WHEN 'QUEUED' THEN 'cancelled before it began' ELSE step END,
                    finished_at = CASE state WHEN 'QUEUED' THEN now() END,
                    state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END
                WHERE id = ? AND state IN ('QUEUED', 'RUNNING')""")) {
            update.setString(1, cancelledBy);
            update.setLong(2, id);
            return update.executeUpdate() == 1;
        }
    }

    private static Optional<Long> insert(
            Connection connection, TrainingParameters parameters, JobCause cause, String requestedBy)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO training_job (parameters, cause, requested_by) VALUES (?::jsonb, ?, left(?, 100))
                ON CONFLICT (parameters) WHERE state IN ('QUEUED', 'RUNNING') DO NOTHING RETURNING id""")) {
            insert.setString(1, parameters.toJson());
            insert.setString(2, cause.name());
            insert.setString(3, requestedBy);
            return id(insert);
        }
    }

    private static Optional<Long> findOpen(Connection connection, TrainingParameters parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT id FROM training_job WHERE parameters = ?::jsonb AND state IN ('QUEUED', 'RUNNING')""")) {
            query.setString(1, parameters.toJson());
            return id(query);
        }
    }

    private static Optional<Long> id(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    private static List<TrainingJob> jobs(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            List<TrainingJob> jobs = new ArrayList<>();
            while (row.next()) {
                jobs.add(job(row));
            }
            return jobs;
        }
    }

    private static TrainingJob job(ResultSet row) throws SQLException {
        return new TrainingJob(
                row.getLong("id"),
                TrainingParameters.ofJson(row.getString("parameters")),
                JobCause.valueOf(row.getString("cause")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                JobState.valueOf(row.getString("state")),
                row.getInt("percent"),
                row.getString("step"),
                row.getInt("attempts"),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getString("cancelled_by"),
                row.getString("error"),
                row.getString("model_version"),
                row.getString("mlflow_run_id"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private TrainingJobs() {}
}
