package io.churnwatch.scoring.pmml.document;

import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLObject;
import org.jpmml.model.JAXBUtil;
import org.jpmml.model.filters.ImportFilter;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Parses PMML that may come from anywhere. A document type is refused, and with it every entity and whatever is external;
 * the rest is held to the limits of {@link PmmlInput} and {@link PmmlGuard} while it is read. So a document takes time and
 * memory in proportion to its size, up to those limits, whatever it holds.
 */
public final class PmmlDocument {
    /**
     * Parses a document.
     *
     * @throws MalformedPmmlException saying why this is none, or which limit it exceeds
     * @throws IOException when it cannot be read
     */
    public static PMML parse(InputStream document) throws IOException, MalformedPmmlException {
        PmmlInput input = new PmmlInput(document);
        ParseErrors errors = new ParseErrors(input);
        try {
            Unmarshaller unmarshaller = JAXBUtil.getContext().createUnmarshaller();
            unmarshaller.setEventHandler(errors);
            return (PMML) unmarshaller.unmarshal(new SAXSource(reader(input), new InputSource(input)));
        } catch (JAXBException e) {
            throw errors.refusal(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's own XML parser lacks a feature", e);
        }
    }

    /** Refuses an element that is there although our engine does not read it. */
    static void refuse(@Nullable PMMLObject element, String place) throws UnsupportedPmmlException {
        if (element != null) {
            throw new UnsupportedPmmlException("Not supported: " + place);
        }
    }

    private static XMLReader reader(PmmlInput input) throws ParserConfigurationException, SAXException {
        XMLReader guarded = new PmmlGuard(secureReader(), input);
        // PMML 3.0 to 4.4 passes as 4.4.
        return new UnreadElements(new ImportFilter(guarded));
    }

    /** The JDK's own parser: another one on the class path need not heed all of this. */
    private static XMLReader secureReader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser().getXMLReader();
    }

    private PmmlDocument() {}
}
