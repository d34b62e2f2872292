package io.churnwatch.api.model;

/** The stage of a model's life. */
public enum ModelStage {
    /** Not judged yet, or scores in shadow. */
    CHALLENGER,
    CHAMPION,
    /** A former champion. */
    RETIRED,
    /** Takes no role again. */
    REJECTED
}
