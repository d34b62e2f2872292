package io.churnwatch.local.stack;

/** Where the stack as a whole stands. */
public enum StackState {
    STARTING,
    /** Every customer has a score, and the pages answer. */
    LIVE,
    STOPPING,
    STOPPED
}
