package io.churnwatch.feed;

import java.util.Locale;

/** Why an event went to the dead letters. */
public enum RejectionReason {
    /** Not JSON, or not an object. */
    MALFORMED_JSON,
    /** A field that must be there is not. */
    MISSING_FIELD,
    /** A field of the wrong type, or a text that does not read as its type. */
    WRONG_TYPE,
    /** A value outside what is believable. */
    OUT_OF_RANGE,
    /** A profile field that does not exist; a bank's own features belong into {@code attributes}. */
    UNKNOWN_FIELD,
    /** {@code occurred_at} lies more than five minutes after the log time. */
    OCCURRED_IN_FUTURE,
    /** Every field that the event brings has been set by something newer. */
    SUPERSEDED,
    /** A PATCH or RESCORE of a customer never seen. */
    UNKNOWN_CUSTOMER,
    /** The customer was erased. */
    ERASED,
    /** The model needs a value that the profile lacks. */
    NOT_SCORABLE;

    /** As it is written in a dead letter's headers: {@code unknown-customer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
