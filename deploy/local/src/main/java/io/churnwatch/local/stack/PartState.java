package io.churnwatch.local.stack;

/** The state of a part. */
public enum PartState {
    WAITING,
    STARTING,
    RUNNING,
    /** It died; it is started again after a pause. */
    RESTARTING,
    STOPPED
}
