package io.churnwatch.model;

/** The role of a model. */
public enum ModelRole {
    /** Answers. */
    CHAMPION,
    /** Scores the same events in shadow. */
    CHALLENGER
}
