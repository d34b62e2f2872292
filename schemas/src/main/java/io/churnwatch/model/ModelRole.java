package io.churnwatch.model;

/** What a model does. */
public enum ModelRole {
    /** Answers. */
    CHAMPION,
    /** Scores the same events in shadow. */
    CHALLENGER
}
