package io.churnwatch.scoring.pmml.document;

/** Bytes that are no PMML document, or one beyond all reason: no other engine should try them either. */
public final class MalformedPmmlException extends UnsupportedPmmlException {
    MalformedPmmlException(String reason) {
        super("Not a PMML document: " + reason);
    }

    MalformedPmmlException(String reason, Throwable cause) {
        super("Not a PMML document: " + reason, cause);
    }
}
