package io.churnwatch.scoring.pmml.document;

import org.jpmml.model.PMMLException;
import org.xml.sax.Locator;

/**
 * A PMML document that our engine does not read. The message names the element and its place: what was not refused is scored as jpmml
 * scores it.
 */
public sealed class UnsupportedPmmlException extends Exception permits MalformedPmmlException {
    /**
     * Names the reason.
     *
     * @param message a sentence for people, with the element and its place
     */
    public UnsupportedPmmlException(String message) {
        super(message);
    }

    /** The same, for an error that was met while reading. */
    public UnsupportedPmmlException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What pmml-model or the reader stumbled upon, with its line where that is known. */
    public static UnsupportedPmmlException of(RuntimeException error) {
        String detail = error.getMessage() == null ? error.toString() : error.getMessage();
        String what = error instanceof PMMLException ? "Not valid PMML: " : "Not supported: ";
        return new UnsupportedPmmlException(what + detail + place(error), error);
    }

    private static String place(RuntimeException error) {
        Locator locator = error instanceof PMMLException invalid && invalid.hasContext()
                ? invalid.getContext().getLocator()
                : null;
        return locator == null ? "" : " (line " + locator.getLineNumber() + ")";
    }
}
