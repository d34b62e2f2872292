package io.churnwatch.scoring.jpmml.fuzz;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A sound document that mutants are made of.
 *
 * @param name where it comes from
 */
record SeedModel(String name, byte[] pmml) {
    private static final int TREES_MAX = 3;

    /** Cuts a document down to a few trees, so that a thousand mutants are read in seconds. */
    static SeedModel of(String name, byte[] pmml) {
        Document document = Xml.parse(pmml);
        for (Element segmentation : Xml.named(document, "Segmentation")) {
            List<Element> segments = Xml.children(segmentation).stream()
                    .filter(child -> child.getLocalName().equals("Segment"))
                    .toList();
            segments.stream().skip(TREES_MAX).forEach(segmentation::removeChild);
        }
        for (Element verification : Xml.named(document, "ModelVerification")) {
            verification.getParentNode().removeChild(verification);
        }
        return new SeedModel(name, Xml.bytes(document));
    }
}
