package io.churnwatch.scoring.pmml.document;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stops the parser before a hostile document costs anything, so that the handlers after this filter may build objects of
 * what is left and walk them recursively. The limits are far above what exporters write, and leave a JVM of 1 GB alive.
 */
final class PmmlGuard extends XMLFilterImpl {
    /** Spark's deepest trees, of depth 30, nest some 40 elements. Recursion of this depth fits into any thread's stack. */
    static final int DEPTH_MAX = 512;

    /** Four times what 300 trees of depth 12 have. As an object, an element takes about 100 bytes. */
    static final int ELEMENTS_MAX = 4_000_000;

    /** Table cells: 1,000 verification rows of 20 columns. Each becomes a document of its own, in up to 100 µs. */
    static final int CELLS_MAX = 20_000;

    /** Characters of one element's text: an array of 100,000 categories. */
    static final int TEXT_MAX = 1 << 20;

    /** In scope at once. Exporters declare one or two; for every name, the parser searches them one by one. */
    static final int PREFIXES_MAX = 64;

    /** PMML's richest element has some 20. */
    static final int ATTRIBUTES_MAX = 100;

    private static final String ANY_PMML = "http://www.dmg.org/PMML-";
    private static final String SUPPORTED = ANY_PMML + "(3_[0-2]|4_[0-4])";

    private final PmmlInput input;
    private @Nullable Locator locator;
    private @Nullable String namespace;
    private int depth;
    private int rowDepth;
    private int elements;
    private int cells;
    private int text;
    private int prefixes;

    PmmlGuard(XMLReader parent, PmmlInput input) {
        super(parent);
        this.input = input;
    }

    @Override
    public void setDocumentLocator(Locator place) {
        locator = place;
        super.setDocumentLocator(place);
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        require(++prefixes <= PREFIXES_MAX, "it declares more than " + PREFIXES_MAX + " namespace prefixes");
        if (prefix.isEmpty() && !uri.isEmpty()) {
            checkNamespace(uri);
        }
        super.startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        prefixes--;
        super.endPrefixMapping(prefix);
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) throws SAXException {
        understood();
        if (depth == 0) {
            checkRoot(uri, name);
        }
        if (uri.startsWith(ANY_PMML)) {
            checkNamespace(uri);
        }
        require(++depth <= DEPTH_MAX, "its elements are nested more than " + DEPTH_MAX + " deep");
        count();
        require(attributes.getLength() <= ATTRIBUTES_MAX, "an element has more than " + ATTRIBUTES_MAX + " attributes");
        if (rowDepth > 0) {
            require(++cells <= CELLS_MAX, "its tables have more than " + CELLS_MAX + " cells");
        } else if (name.equals("row")) {
            rowDepth = depth;
        }
        super.startElement(uri, name, qualifiedName, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) throws SAXException {
        understood();
        if (depth-- == rowDepth) {
            rowDepth = 0;
        }
        super.endElement(uri, name, qualifiedName);
    }

    @Override
    public void characters(char[] buffer, int start, int length) throws SAXException {
        input.understood();
        text += length;
        require(text <= TEXT_MAX, "the text of an element is longer than " + TEXT_MAX + " characters");
        super.characters(buffer, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        understood();
        count();
        super.processingInstruction(target, data);
    }

    private void understood() {
        input.understood();
        text = 0;
    }

    private void count() throws SAXException {
        require(++elements <= ELEMENTS_MAX, "it has more than " + ELEMENTS_MAX + " elements");
    }

    private void checkRoot(String uri, String name) throws SAXException {
        if (!name.equals("PMML")) {
            throw refused("its root element is " + name + ", not PMML");
        }
        checkNamespace(uri);
    }

    /** One version in the whole document: who translates versions gives up in the middle otherwise. */
    private void checkNamespace(String uri) throws SAXException {
        if (uri.equals(namespace)) {
            return;
        }
        if (namespace != null) {
            throw refused("it changes from namespace '" + namespace + "' to '" + uri + "'");
        }
        if (!uri.matches(SUPPORTED)) {
            throw refused("its namespace is '" + uri + "', not one of PMML 3.0 to 4.4");
        }
        namespace = uri;
    }

    private void require(boolean kept, String otherwise) throws SAXException {
        if (!kept) {
            throw refused(otherwise);
        }
    }

    private SAXException refused(String reason) {
        return new SAXException(locator == null ? reason : reason + " (line " + locator.getLineNumber() + ")");
    }
}
