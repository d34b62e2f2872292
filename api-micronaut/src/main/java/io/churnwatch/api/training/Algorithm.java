package io.churnwatch.api.training;

/** What kind of model is trained. */
enum Algorithm {
    FOREST,
    /** Gradient-boosted trees. */
    GBT
}
