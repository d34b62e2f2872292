package io.churnwatch.training.worker;

import io.churnwatch.store.StoreDatabase;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.JobState;
import io.churnwatch.store.training.TrainingJob;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.HandleCallback;

/** A database of its own with a queue of trainings. */
final class QueueDatabase implements AutoCloseable {
    private final StoreDatabase store = new StoreDatabase();

    Map<String, String> environment() {
        return store.environment();
    }

    Connection connect() throws SQLException {
        return store.connect();
    }

    long queue(String... words) {
        return inTransaction(handle -> TrainingJobs.queue(
                        handle, TrainingOptions.parse(List.of(words), Instant.now()), JobCause.PERSON, "a person")
                .jobId());
    }

    /** Queues a job as another version of the program may have done. */
    long fileUnchecked(String option, String value) {
        return Long.parseLong(text(
                "INSERT INTO training_job (parameters, cause, requested_by) VALUES ('{\"%s\": \"%s\"}', 'PERSON', 'a person') RETURNING id"
                        .formatted(option, value)));
    }

    TrainingJob job(long id) {
        return inTransaction(handle -> TrainingJobs.find(handle, id)).orElseThrow();
    }

    JobState state(long id) {
        return job(id).state();
    }

    String log(long id) {
        return inTransaction(handle -> TrainingJobs.log(handle, id));
    }

    boolean cancel(long id) {
        return inTransaction(handle -> TrainingJobs.cancel(handle, id, "another person"));
    }

    void execute(String sql) {
        store.execute(sql);
    }

    String text(String sql) {
        return store.text(sql);
    }

    @Override
    public void close() {
        store.close();
    }

    private <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return store.database().inTransaction(work);
    }
}
