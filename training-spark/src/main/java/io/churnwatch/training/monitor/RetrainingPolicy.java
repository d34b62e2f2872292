package io.churnwatch.training.monitor;

import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.drift.DriftReportWriter;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What drift leads to: one training, whose result is a challenger. It never promotes.
 *
 * @param cooldown between two trainings that it files; none when it files none
 */
record RetrainingPolicy(Optional<Duration> cooldown, TrainingParameters parameters) {
    private static final int FIELDS_TOLD = 5;

    /** Everything that asks and then files is done by one check at a time. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('churnwatch.drift'))";

    private record Decision(@Nullable Long trainingJob, String text) {}

    /** Decides, files and stores the report with it, in one transaction. */
    void settle(Connection connection, DriftFindings findings) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lock(connection);
            Decision decision = decide(connection, findings);
            DriftReportWriter.store(connection, findings, decision.trainingJob(), decision.text());
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private Decision decide(Connection connection, DriftFindings findings) throws SQLException {
        List<FieldDrift> drifted = findings.drifted();
        if (drifted.isEmpty()) {
            return new Decision(null, quiet(findings));
        }
        String told = told(drifted);
        if (cooldown.isEmpty()) {
            return new Decision(null, told + "; trainings for drift are switched off");
        }
        Optional<String> obstacle = obstacle(connection, cooldown.get());
        if (obstacle.isPresent()) {
            return new Decision(null, told + "; " + obstacle.get());
        }
        long id = TrainingJobs.file(connection, parameters, JobCause.DRIFT, filedBy(drifted))
                .jobId();
        writeDown(connection, id, told);
        return new Decision(id, told + "; filed training " + id);
    }

    private static String quiet(DriftFindings findings) {
        return switch (findings.verdict()) {
            case TOO_FEW -> "too few customers to judge";
            case STABLE -> "nothing has drifted";
            case MOVING, DRIFTED -> "something moves, but not by enough for a training";
        };
    }

    /** Any training that is under way sees the customers as they are now, whoever asked for it. */
    private static Optional<String> obstacle(Connection connection, Duration cooldown) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT 'training ' || id || CASE WHEN state IN ('QUEUED', 'RUNNING') THEN ' is under way' ELSE
                    ' was filed for drift on ' || to_char(requested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')
                    || ' UTC, too lately for another' END
                FROM training_job WHERE state IN ('QUEUED', 'RUNNING')
                    OR cause = 'DRIFT' AND requested_at > now() - make_interval(secs => ?)
                ORDER BY id DESC LIMIT 1""")) {
            query.setDouble(1, cooldown.toMillis() / 1e3);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** {@code age (PSI 0.83), balance (PSI 0.31) have drifted}. */
    private static String told(List<FieldDrift> drifted) {
        String fields = drifted.stream()
                .limit(FIELDS_TOLD)
                .map(field -> String.format(Locale.ROOT, "%s (PSI %.2f)", field.field(), field.psi()))
                .collect(Collectors.joining(", "));
        String more = drifted.size() > FIELDS_TOLD ? " and %d more".formatted(drifted.size() - FIELDS_TOLD) : "";
        return fields + more + (drifted.size() == 1 ? " has drifted" : " have drifted");
    }

    private static String filedBy(List<FieldDrift> drifted) {
        return drifted.stream().map(FieldDrift::field).collect(Collectors.joining(", ", "drift of ", ""));
    }

    /** Whoever follows the training reads first why it is done. */
    private static void writeDown(Connection connection, long job, String why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE training_job SET log = log || to_char(now() AT TIME ZONE 'UTC', 'HH24:MI:SS')
                    || '        filed, as ' || ?::text || E'\\n' WHERE id = ?""")) {
            update.setString(1, why);
            update.setLong(2, job);
            update.executeUpdate();
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }
}
