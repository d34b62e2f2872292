package io.churnwatch.feed;

/** An update that cannot be taken, with the reason and the field. Carries no stack trace: bad input is no bug. */
public final class InvalidUpdateException extends Exception {
    private final RejectionReason reason;
    private final String field;
    private final String detail;

    public InvalidUpdateException(RejectionReason reason, String field, String detail) {
        super(field.isEmpty() ? detail : field + " " + detail, null, false, false);
        this.reason = reason;
        this.field = field;
        this.detail = detail;
    }

    public RejectionReason reason() {
        return reason;
    }

    /** The name of the field, empty when the whole is meant. */
    public String field() {
        return field;
    }

    /** Returns the problem; it completes a sentence that starts with the field's name. */
    public String detail() {
        return detail;
    }
}
