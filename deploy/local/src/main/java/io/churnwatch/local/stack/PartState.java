package io.churnwatch.local.stack;

/** Where a part stands. */
public enum PartState {
    WAITING,
    STARTING,
    RUNNING,
    /** It died; it is started again after a pause. */
    RESTARTING,
    STOPPED
}
