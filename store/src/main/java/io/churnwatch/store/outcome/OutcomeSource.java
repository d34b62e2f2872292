package io.churnwatch.store.outcome;

/** Where we know an outcome from. */
public enum OutcomeSource {
    FEED,
    CSV,
    API
}
