package io.churnwatch.store.outcome;

/** What became of an outcome that was told. */
public enum Recording {
    /** It is new. */
    RECORDED,
    /** Another outcome stood there at the same time, and is replaced. */
    CORRECTED,
    /** It was known. */
    REPEATED,
    /** There is no such customer: nothing is written. */
    UNKNOWN_CUSTOMER
}
