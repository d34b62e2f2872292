package io.churnwatch.scoring.pmml.document;

import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventHandler;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import org.xml.sax.SAXParseException;

/** Describes what is wrong with a document and where, for a reader who knows the document but not its parser. */
final class ParseErrors implements ValidationEventHandler {
    private final PmmlInput input;
    private int line;

    ParseErrors(PmmlInput input) {
        this.input = input;
    }

    /** JAXB's own handler would print the error on standard output. */
    @Override
    public boolean handleEvent(ValidationEvent event) {
        if (event.getSeverity() < ValidationEvent.ERROR) {
            return true;
        }
        line = event.getLocator().getLineNumber();
        return false;
    }

    /**
     * Why a document is refused.
     *
     * @throws IOException when it is not the document's fault
     */
    MalformedPmmlException refusal(JAXBException error) throws IOException {
        Throwable root = root(error);
        if (root instanceof IOException failure && input.hasFailed()) {
            throw failure;
        }
        return new MalformedPmmlException(reason(root), error);
    }

    private String reason(Throwable root) {
        String detail = root.getMessage() == null ? root.toString() : root.getMessage();
        if (input.isEmpty()) {
            return "it is empty";
        }
        if (root instanceof SAXParseException && input.isAtEnd()) {
            return "it ends too early" + place();
        }
        if (root instanceof UnsupportedEncodingException) {
            return "its encoding '" + detail + "' is unknown";
        }
        if (root instanceof IllegalArgumentException) {
            return "'" + detail + "' is no value for its attribute" + place();
        }
        int expected = detail.indexOf(" Expected elements are"); // all hundred of them
        return (expected < 0 ? detail : detail.substring(0, expected)) + place();
    }

    private String place() {
        return line > 0 ? " (line " + line + ")" : "";
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
