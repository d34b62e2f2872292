package io.churnwatch.store.training;

import java.time.Instant;
import java.util.SortedMap;

/**
 * A job that a worker has claimed.
 *
 * @param attempt numbers the claims of the job: the holder of an older one has lost it
 * @param startedAt of the first attempt that no failure ended, so that a model is named the same after a worker died
 * @param options of the training, as stored: the worker checks them, and fails the job if they are out of range
 */
public record Claim(long jobId, int attempt, Instant startedAt, SortedMap<String, String> options) {

    @Override
    public String toString() {
        return "job " + jobId;
    }
}
