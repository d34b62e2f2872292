package io.churnwatch.scoring.pmml.document;

import java.util.Set;
import org.dmg.pmml.Version;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Leaves out the elements that may hold any XML and say nothing about the score: JAXB would make a DOM tree of each child,
 * for a hundred times the memory of its text.
 */
final class UnreadElements extends XMLFilterImpl {
    private static final String PMML = Version.PMML_4_4.getNamespaceURI();
    private static final Set<String> NAMES = Set.of("Extension", "Annotation", "Timestamp", "SequenceRule");

    private int depth; // below the outermost of them; 0 outside

    UnreadElements(XMLReader parent) {
        super(parent);
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) throws SAXException {
        if (depth > 0 || (NAMES.contains(name) && uri.equals(PMML))) {
            depth++;
        } else {
            super.startElement(uri, name, qualifiedName, attributes);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) throws SAXException {
        if (depth > 0) {
            depth--;
        } else {
            super.endElement(uri, name, qualifiedName);
        }
    }

    @Override
    public void characters(char[] buffer, int start, int length) throws SAXException {
        if (depth == 0) {
            super.characters(buffer, start, length);
        }
    }
}
