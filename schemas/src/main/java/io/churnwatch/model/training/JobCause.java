package io.churnwatch.model.training;

/** What had a training filed. */
public enum JobCause {
    PERSON,
    SCHEDULE,
    DRIFT
}
