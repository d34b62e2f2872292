package io.churnwatch.outcome;

/** What became of a customer. */
public enum Outcome {
    EXITED,
    STAYED
}
