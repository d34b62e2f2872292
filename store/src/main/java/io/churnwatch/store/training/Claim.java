package io.churnwatch.store.training;

import java.time.Instant;

/**
 * A job in the hands of a worker.
 *
 * @param attempt numbers the claims of the job: the holder of an older one has lost it
 * @param startedAt of the first attempt that no failure ended, so that a model is named the same after a worker died
 */
public record Claim(long jobId, int attempt, Instant startedAt, TrainingParameters parameters) {

    @Override
    public String toString() {
        return "job " + jobId;
    }
}
