package io.churnwatch.risk;

/** Why a customer was scored. */
public enum Cause {
    /** The profile changed. */
    UPDATE,
    /** Another model answers now; the profile is the same. */
    MODEL_CHANGE,
    /** The customer was loaded from a file. */
    IMPORT
}
