package io.churnwatch.store.training;

/**
 * A training in the queue, new or already there.
 *
 * @param jobId the job that fulfils it
 * @param isNew false when a job with the same parameters was waiting or running already
 */
public record QueuedJob(long jobId, boolean isNew) {}
