package io.churnwatch.store.training;

/** How many shapes of a model a training compares by cross-validation before it fits one. */
public enum Grid {
    QUICK,
    DEFAULT,
    WIDE
}
