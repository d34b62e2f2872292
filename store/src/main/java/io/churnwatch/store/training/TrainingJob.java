package io.churnwatch.store.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code training_job}.
 *
 * @param percent of the whole training, about
 * @param step what it did last, in words
 * @param attempts how often a worker began with it
 * @param cancelledBy who wants it to end; a running one does so at its next step
 * @param error why the last attempt failed
 * @param modelVersion what it published
 * @param mlflowRunId the model's run in MLflow, once it is there
 */
public record TrainingJob(
        long id,
        TrainingParameters parameters,
        JobCause cause,
        String requestedBy,
        Instant requestedAt,
        JobState state,
        int percent,
        String step,
        int attempts,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String cancelledBy,
        @Nullable String error,
        @Nullable String modelVersion,
        @Nullable String mlflowRunId) {}
