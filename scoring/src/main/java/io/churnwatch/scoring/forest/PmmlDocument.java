package io.churnwatch.scoring.forest;

import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.ValidationEvent;
import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLObject;
import org.jpmml.model.JAXBSerializer;
import org.jpmml.model.filters.ImportFilter;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Parses PMML from bytes that may come from anywhere: no document type, no external entity. */
final class PmmlDocument {
    static PMML parse(byte[] bytes) throws UnsupportedPmmlException {
        try {
            // The filter lets documents of PMML 3.0 to 4.4 pass as 4.4.
            SAXSource source =
                    new SAXSource(new ImportFilter(secureReader()), new InputSource(new ByteArrayInputStream(bytes)));
            return (PMML) new QuietSerializer().unmarshal(source);
        } catch (JAXBException | SAXException | ParserConfigurationException | ClassCastException e) {
            throw new UnsupportedPmmlException("Not a PMML document: " + rootMessage(e), e);
        }
    }

    /** Refuses an element that is there although our engine does not read it. */
    static void refuse(@Nullable PMMLObject element, String place) throws UnsupportedPmmlException {
        if (element != null) {
            throw new UnsupportedPmmlException("Not supported: " + place);
        }
    }

    /** JAXB's own handler prints what it dislikes on standard output; the exception says it as well. */
    private static final class QuietSerializer extends JAXBSerializer {
        QuietSerializer() throws JAXBException {}

        @Override
        protected Unmarshaller createUnmarshaller() throws JAXBException {
            Unmarshaller unmarshaller = super.createUnmarshaller();
            unmarshaller.setEventHandler(event -> event.getSeverity() < ValidationEvent.ERROR);
            return unmarshaller;
        }
    }

    private static XMLReader secureReader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser().getXMLReader();
    }

    private static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private PmmlDocument() {}
}
