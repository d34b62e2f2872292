package io.churnwatch.training.worker;

import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.store.Handles;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.JobState;
import io.churnwatch.store.training.TrainingJob;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL with a queue of trainings, as the tests see it. */
final class QueueDatabase implements AutoCloseable {
    private final PostgresServer server = MigratedPostgres.temporary();

    Map<String, String> environment() {
        return server.environment();
    }

    Connection connect() throws SQLException {
        return server.connect();
    }

    long file(String... words) throws SQLException {
        try (Connection connection = connect()) {
            return TrainingJobs.file(
                            Handles.on(connection),
                            TrainingOptions.parse(List.of(words), Instant.now()),
                            JobCause.PERSON,
                            "a person")
                    .jobId();
        }
    }

    /** Files a job as another version of the program may have done. */
    long fileUnchecked(String option, String value) throws SQLException {
        return Long.parseLong(text(
                "INSERT INTO training_job (parameters, cause, requested_by) VALUES ('{\"%s\": \"%s\"}', 'PERSON', 'a person') RETURNING id"
                        .formatted(option, value)));
    }

    TrainingJob job(long id) throws SQLException {
        try (Connection connection = connect()) {
            return TrainingJobs.find(Handles.on(connection), id).orElseThrow();
        }
    }

    JobState state(long id) throws SQLException {
        return job(id).state();
    }

    String log(long id) throws SQLException {
        try (Connection connection = connect()) {
            return TrainingJobs.log(Handles.on(connection), id);
        }
    }

    boolean cancel(long id) throws SQLException {
        try (Connection connection = connect()) {
            return TrainingJobs.cancel(Handles.on(connection), id, "another person");
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
