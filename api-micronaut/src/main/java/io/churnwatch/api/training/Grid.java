package io.churnwatch.api.training;

/** How many shapes of the model are compared by cross-validation before one is trained. */
enum Grid {
    QUICK,
    DEFAULT,
    WIDE
}
