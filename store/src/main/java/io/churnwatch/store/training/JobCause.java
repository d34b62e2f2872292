package io.churnwatch.store.training;

/** What had a training filed. */
public enum JobCause {
    PERSON,
    SCHEDULE,
    DRIFT
}
