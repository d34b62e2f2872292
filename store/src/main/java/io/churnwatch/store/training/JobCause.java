package io.churnwatch.store.training;

/** Why a training was queued. */
public enum JobCause {
    PERSON,
    SCHEDULE,
    DRIFT
}
