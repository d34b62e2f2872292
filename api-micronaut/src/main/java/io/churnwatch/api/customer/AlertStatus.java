package io.churnwatch.api.customer;

/** The state of an alert's delivery. */
public enum AlertStatus {
    PENDING,
    SENT,
    FAILED,
    /** Sent, but it is unknown whether it arrived. */
    UNKNOWN,
    SILENCED,
    /** Sent as part of a digest. */
    DIGESTED
}
