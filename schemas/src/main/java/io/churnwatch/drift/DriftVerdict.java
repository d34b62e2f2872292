package io.churnwatch.drift;

/** How far a field is from its baseline; the further, the later in this list. */
public enum DriftVerdict {
    /** There are too few rows to judge. */
    TOO_FEW,
    /** As at training, or chance would do the same. */
    STABLE,
    /** Surely another distribution, but not by much. */
    MOVING,
    /** Another population. */
    DRIFTED
}
