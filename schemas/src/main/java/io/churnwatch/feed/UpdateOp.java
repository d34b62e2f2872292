package io.churnwatch.feed;

/** The effect of an update on a customer's profile. */
public enum UpdateOp {
    /** The whole profile: a field that is absent is unknown from now on. */
    UPSERT,
    /** Only the fields that are present and not null. */
    PATCH,
    /** Erase the customer. */
    DELETE,
    /** Nothing changed: score again. */
    RESCORE
}
