package io.churnwatch.api.model;

/** What has become of a model. */
public enum ModelStage {
    /** Not judged yet, or scores in shadow. */
    CHALLENGER,
    CHAMPION,
    /** Was champion once. */
    RETIRED,
    /** Takes no role again. */
    REJECTED
}
