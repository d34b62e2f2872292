package io.churnwatch.store.outcome;

/** What became of a customer. */
public enum Outcome {
    EXITED,
    STAYED
}
