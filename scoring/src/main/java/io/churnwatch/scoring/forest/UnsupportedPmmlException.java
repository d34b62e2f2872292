package io.churnwatch.scoring.forest;

/** A PMML document that our engine does not read, naming the element and its place. It never scores differently. */
public final class UnsupportedPmmlException extends Exception {
    public UnsupportedPmmlException(String message) {
        super(message);
    }

    public UnsupportedPmmlException(String message, Throwable cause) {
        super(message, cause);
    }
}
