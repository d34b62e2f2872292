package io.churnwatch.store.outcome;

/** The effect of recording an outcome. */
public enum Recording {
    /** It is new. */
    RECORDED,
    /** It replaced another outcome of the same customer and time. */
    CORRECTED,
    /** It was known. */
    REPEATED,
    /** There is no such customer: nothing is written. */
    UNKNOWN_CUSTOMER
}
