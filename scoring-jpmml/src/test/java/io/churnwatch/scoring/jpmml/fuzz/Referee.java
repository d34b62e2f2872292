package io.churnwatch.scoring.jpmml.fuzz;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What jpmml says of a mutant's rows. */
final class Referee {
    static final String REFUSED = "refused";

    private final byte[] pmml;
    private final @Nullable JpmmlModel whole;
    private @Nullable JpmmlModel reduced;

    /** @throws RuntimeException of whatever kind, when jpmml does not load the mutant */
    Referee(byte[] pmml) {
        this.pmml = pmml;
        this.whole = loaded();
    }

    private @Nullable JpmmlModel loaded() {
        try {
            return JpmmlModel.read(pmml);
        } catch (RuntimeException e) {
            reduced = JpmmlModel.read(reduced(pmml));
            return null;
        }
    }

    /** What jpmml has to say against a score or a refusal. */
    Optional<String> objection(Map<String, AttributeValue> row, String ours) {
        String theirs = said(whole == null ? reduced() : whole, row);
        if (agree(ours, theirs)) {
            return Optional.empty();
        }
        if (theirs.startsWith(REFUSED) && agree(ours, said(reduced(), row))) {
            return Optional.empty();
        }
        return Optional.of("we say " + ours + ", jpmml " + theirs + " of " + row);
    }

    private static boolean agree(String ours, String theirs) {
        return ours.equals(theirs) || (ours.startsWith(REFUSED) && theirs.startsWith(REFUSED));
    }

    private JpmmlModel reduced() {
        JpmmlModel model = reduced;
        if (model == null) {
            model = JpmmlModel.read(reduced(pmml));
            reduced = model;
        }
        return model;
    }

    /**
     * The mutant without what has no influence on the score, but makes jpmml refuse it when it is broken: outputs, other than of a
     * calibration and of the links of a chain, nodes that no row comes to, and the scores of those where it does not stop.
     */
    private static byte[] reduced(byte[] pmml) {
        Document document = Xml.parse(pmml);
        List<Element> links = Xml.named(document, "Segmentation").stream()
                .filter(segmentation ->
                        segmentation.getAttribute("multipleModelMethod").equals("modelChain"))
                .flatMap(chain -> Xml.children(chain).stream()
                        .filter(child -> child.getLocalName().equals("Segment")))
                .toList();
        for (Element output : Xml.named(document, "Output")) {
            Node segment = output.getParentNode().getParentNode();
            boolean isLink = links.contains(segment) && links.indexOf(segment) < links.size() - 1;
            if (!isLink) {
                reduce(output);
            }
        }
        Xml.named(document, "True").forEach(Referee::dropUnreached);
        boolean stopsEarly = new String(pmml, StandardCharsets.UTF_8).contains("astPrediction");
        Xml.named(document, "Node").stream()
                .filter(node -> !stopsEarly)
                .filter(node -> Xml.children(node).stream()
                        .anyMatch(child -> child.getLocalName().equals("Node")))
                .forEach(inner -> inner.removeAttribute("score"));
        return Xml.bytes(document);
    }

    private static void reduce(Element output) {
        List<String> calibrated = Xml.elements(output.getElementsByTagNameNS("*", "NormContinuous")).stream()
                .map(norm -> norm.getAttribute("field"))
                .toList();
        for (Element field : Xml.children(output)) {
            boolean calibrates =
                    field.getElementsByTagNameNS("*", "NormContinuous").getLength() > 0;
            if (!calibrates && !calibrated.contains(field.getAttribute("name"))) {
                output.removeChild(field);
            }
        }
    }

    /** The nodes after one that takes every row. */
    private static void dropUnreached(Element always) {
        Node node = always.getParentNode();
        while (node.getLocalName().equals("Node") && node.getNextSibling() != null) {
            node.getParentNode().removeChild(node.getNextSibling());
        }
    }

    /** jpmml has many ways to refuse a row. */
    private static String said(JpmmlModel jpmml, Map<String, AttributeValue> row) {
        try {
            double score = jpmml.score(row::get);
            return Double.isNaN(score) ? REFUSED + " (NaN)" : Double.toString(score);
        } catch (NotScorableException | RuntimeException e) {
            return REFUSED + " (" + e + ")";
        }
    }
}
