package io.churnwatch.store.training;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code training_job}.
 *
 * @param options the parameters of the training, by the names of their options
 * @param percent of the whole training, about
 * @param step the last one that ended
 * @param attempts how often a worker started it
 * @param cancelledBy the person who cancelled it; a running job ends at its next step
 * @param error why the last attempt failed
 * @param modelVersion the model that it published
 * @param mlflowRunId the model's run in MLflow, once it is there
 */
public record TrainingJob(
        long id,
        SortedMap<String, String> options,
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
