package io.churnwatch.local.stack;

/** The state of the stack as a whole. */
public enum StackState {
    STARTING,
    /** Every customer has a score, and the pages answer. */
    LIVE,
    STOPPING,
    STOPPED
}
