package io.churnwatch.store.outcome;

/** Whether a customer left or stayed. */
public enum Outcome {
    EXITED,
    STAYED
}
