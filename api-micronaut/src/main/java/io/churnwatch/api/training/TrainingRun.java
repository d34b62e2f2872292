package io.churnwatch.api.training;

import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.JobState;
import io.churnwatch.store.training.TrainingJob;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A training that was asked for.
 *
 * @param parameters by the names of the training command's options
 * @param percent of the whole training, about
 * @param step the last step that it reported
 * @param attempts how often a worker began with it
 * @param cancelledBy who wants it to end; a running one does so at its next step
 * @param error why the last attempt failed
 * @param modelVersion what it published
 * @param mlflowRunId the model's run in MLflow, once it is there
 */
@Serdeable.Serializable
public record TrainingRun(
        long id,
        JobState state,
        int percent,
        String step,
        Map<String, String> parameters,
        JobCause cause,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempts,
        @Nullable String cancelledBy,
        @Nullable String error,
        @Nullable String modelVersion,
        @Nullable String mlflowRunId) {

    static TrainingRun of(TrainingJob job) {
        return new TrainingRun(
                job.id(),
                job.state(),
                job.percent(),
                job.step(),
                job.options(),
                job.cause(),
                job.requestedBy(),
                job.requestedAt(),
                job.startedAt(),
                job.finishedAt(),
                job.attempts(),
                job.cancelledBy(),
                job.error(),
                job.modelVersion(),
                job.mlflowRunId());
    }
}
