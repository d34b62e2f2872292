package io.churnwatch.api.customer;

/** How far an alert got on its way to people. */
public enum AlertStatus {
    PENDING,
    SENT,
    FAILED,
    /** Sent, but whether it arrived is not known. */
    UNKNOWN,
    SILENCED,
    /** Sent as part of a digest. */
    DIGESTED
}
