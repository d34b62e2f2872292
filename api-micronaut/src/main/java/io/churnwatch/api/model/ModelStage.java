package io.churnwatch.api.model;

/** What has become of a model. */
public enum ModelStage {
    /** Nobody has judged it yet, or it scores in shadow. */
    CHALLENGER,
    CHAMPION,
    /** Was champion once. */
    RETIRED,
    /** Gets no role any more. */
    REJECTED
}
