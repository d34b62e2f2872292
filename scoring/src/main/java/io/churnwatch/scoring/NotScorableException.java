package io.churnwatch.scoring;

/** A customer whose features the model cannot score, with the field that is the cause. Carries no stack trace. */
public final class NotScorableException extends Exception {
    private final String field;

    /**
     * The field at fault, and what is wrong with it.
     *
     * @param field as the model writes its name; empty when it is not known
     * @param detail a sentence for people
     */
    public NotScorableException(String field, String detail) {
        super(detail, null, false, false);
        this.field = field;
    }

    /** The name of the field, empty when it is not known. */
    public String field() {
        return field;
    }
}
