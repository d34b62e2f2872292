package io.churnwatch.scoring.jpmml.fuzz;

import static io.churnwatch.scoring.jpmml.fuzz.Xml.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Changes what a model says, most often to something that is still PMML: what only an editor who knows PMML breaks. */
final class XmlMutations {
    private static final Set<String> PREDICATES =
            Set.of("SimplePredicate", "SimpleSetPredicate", "CompoundPredicate", "True", "False");
    private static final Set<String> FIELD_NAMES = Set.of("field", "name");

    private final Document document;
    private final Random random;

    private XmlMutations(Document document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** Changes a document once, and says what was done; empty when there was nothing of the kind to change. */
    static Optional<String> apply(Document document, Random random) {
        return new XmlMutations(document, random).apply();
    }

    private Optional<String> apply() {
        return switch (random.nextInt(14)) {
            case 0 -> drop();
            case 1 -> duplicate();
            case 2 -> swap();
            case 3 -> renameEverywhere();
            case 4 -> replacePredicate();
            case 5 -> swapPredicates();
            case 6 -> dropDistributions();
            case 7 -> changeText();
            case 8 -> insert();
            default -> changeAttribute();
        };
    }

    private Optional<String> drop() {
        Element element = Xml.any(document, random);
        String place = Xml.place(element);
        Node parent = element.getParentNode();
        if (!(parent instanceof Element)) {
            return Optional.empty();
        }
        parent.removeChild(element);
        return Optional.of("drop " + place);
    }

    private Optional<String> duplicate() {
        Element element = Xml.any(document, random);
        if (!(element.getParentNode() instanceof Element parent)) {
            return Optional.empty();
        }
        parent.insertBefore(element.cloneNode(true), element);
        return Optional.of("duplicate " + Xml.place(element));
    }

    /** Two elements of one name change places. */
    private Optional<String> swap() {
        Element one = Xml.any(document, random);
        Element other = pick(Xml.named(document, one.getLocalName()), random);
        return swap(one, other);
    }

    private Optional<String> swap(Element one, Element other) {
        if (contains(one, other) || contains(other, one)) {
            return Optional.empty();
        }
        String said = "swap " + Xml.place(one) + " and " + Xml.place(other);
        Node mark = document.createTextNode("");
        one.getParentNode().replaceChild(mark, one);
        other.getParentNode().replaceChild(one, other);
        mark.getParentNode().replaceChild(other, mark);
        return Optional.of(said);
    }

    private static boolean contains(Node ancestor, Node node) {
        for (Node above = node; above != null; above = above.getParentNode()) {
            if (above == ancestor) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> changeAttribute() {
        Element element = Xml.any(document, random);
        List<String> names = new ArrayList<>(PmmlVocabulary.ATTRIBUTES.getOrDefault(element.getLocalName(), List.of()));
        attributes(element).forEach(attribute -> names.add(attribute.getName()));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String name = pick(names, random);
        String before = element.hasAttribute(name) ? "'" + element.getAttribute(name) + "'" : "nothing";
        String said = Xml.place(element) + "@" + name + " from " + before;
        if (element.hasAttribute(name) && random.nextInt(8) == 0) {
            element.removeAttribute(name);
            return Optional.of(said + " to nothing");
        }
        String value = value(name);
        element.setAttribute(name, value);
        return Optional.of(said + " to '" + value + "'");
    }

    private String value(String attribute) {
        List<String> known = PmmlVocabulary.VALUES.get(attribute);
        if (known != null && random.nextInt(10) != 0) {
            return pick(known, random);
        }
        List<String> alike = Xml.elements(document).stream()
                .filter(element -> element.hasAttribute(attribute))
                .map(element -> element.getAttribute(attribute))
                .distinct()
                .toList();
        if (alike.isEmpty() || random.nextInt(3) == 0) {
            return pick(PmmlVocabulary.ODD_VALUES, random);
        }
        String value = pick(alike, random);
        return random.nextInt(4) == 0 ? neighbour(value) : value;
    }

    private String neighbour(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.toString(random.nextBoolean() ? Math.nextUp(number) : -number);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    /** A field gets another's name, or a new one, wherever it is named. */
    private Optional<String> renameEverywhere() {
        String from = fieldName();
        String to = random.nextBoolean() ? fieldName() : from + "_2";
        for (Element element : Xml.elements(document)) {
            for (Attr attribute : attributes(element)) {
                if (FIELD_NAMES.contains(attribute.getName())
                        && attribute.getValue().equals(from)) {
                    attribute.setValue(to);
                }
            }
        }
        return Optional.of("rename " + from + " to " + to + " everywhere");
    }

    private String fieldName() {
        List<String> names = Xml.elements(document).stream()
                .filter(element -> element.getLocalName().equals("DataField")
                        || element.getLocalName().equals("DerivedField"))
                .map(element -> element.getAttribute("name"))
                .distinct()
                .toList();
        return names.isEmpty() ? "nothing" : pick(names, random);
    }

    private Optional<String> swapPredicates() {
        List<Element> predicates = predicates();
        return predicates.isEmpty() ? Optional.empty() : swap(pick(predicates, random), pick(predicates, random));
    }

    private List<Element> predicates() {
        return Xml.elements(document).stream()
                .filter(element -> PREDICATES.contains(element.getLocalName()))
                .toList();
    }

    private Optional<String> replacePredicate() {
        List<Element> predicates = predicates();
        if (predicates.isEmpty()) {
            return Optional.empty();
        }
        Element predicate = pick(predicates, random);
        Element other = pick(predicates, random);
        Element replacement = switch (random.nextInt(5)) {
            case 0 -> element("True");
            case 1 -> element("False");
            case 2 -> missing();
            default -> compound(predicate, other);
        };
        String said = "replace " + Xml.place(predicate) + " by " + description(replacement);
        predicate.getParentNode().replaceChild(replacement, predicate);
        return Optional.of(said);
    }

    private Element missing() {
        Element missing = element("SimplePredicate");
        missing.setAttribute("field", fieldName());
        missing.setAttribute("operator", random.nextBoolean() ? "isMissing" : "isNotMissing");
        return missing;
    }

    private Element compound(Element one, Element other) {
        Element compound = element("CompoundPredicate");
        compound.setAttribute("booleanOperator", pick(List.of("and", "or", "xor", "surrogate"), random));
        compound.appendChild(one.cloneNode(true));
        compound.appendChild(other.cloneNode(true));
        if (random.nextInt(3) == 0) {
            compound.appendChild(random.nextBoolean() ? missing() : element("False"));
        }
        return compound;
    }

    private static String description(Element element) {
        StringBuilder description = new StringBuilder(element.getLocalName());
        attributes(element).forEach(attribute -> description.append(' ').append(attribute));
        for (Element child : Xml.children(element)) {
            description.append(" (").append(description(child)).append(')');
        }
        return description.toString();
    }

    /** Of one class, or of all: a forest whose leaves have lost their counts. */
    private Optional<String> dropDistributions() {
        List<Element> distributions = Xml.named(document, "ScoreDistribution");
        if (distributions.isEmpty()) {
            return Optional.empty();
        }
        String value = pick(distributions, random).getAttribute("value");
        boolean all = random.nextBoolean();
        for (Element distribution : distributions) {
            if (all || distribution.getAttribute("value").equals(value)) {
                distribution.getParentNode().removeChild(distribution);
            }
        }
        return Optional.of("drop every ScoreDistribution" + (all ? "" : " of " + value));
    }

    /** Of an Array, or of a cell of a table. */
    private Optional<String> changeText() {
        List<Element> texts = Xml.elements(document).stream()
                .filter(element -> Xml.children(element).isEmpty()
                        && !element.getTextContent().isBlank())
                .toList();
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        Element element = pick(texts, random);
        String before = element.getTextContent();
        String odd = pick(PmmlVocabulary.ODD_VALUES, random);
        String after = switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> before + " " + odd;
            case 2 -> before + " \"" + odd + "\\\"\"";
            case 3 -> before.substring(before.length() / 2);
            default -> odd;
        };
        element.setTextContent(after);
        return Optional.of(Xml.place(element) + " from '" + before + "' to '" + after + "'");
    }

    private Optional<String> insert() {
        PmmlSnippet snippet = pick(PmmlSnippet.ALL, random);
        List<Element> parents = Xml.named(document, snippet.parent());
        if (parents.isEmpty()) {
            return Optional.empty();
        }
        Element parent = pick(parents, random);
        String xml = snippet.xml().replace("FIELD", escaped(fieldName())).replace("OTHER", escaped(fieldName()));
        Node inserted = document.importNode(
                Xml.parse(xml.replaceFirst(
                                        "(/?>| )",
                                        " xmlns=\""
                                                + document.getDocumentElement().getNamespaceURI() + "\"$1")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .getDocumentElement(),
                true);
        List<Element> children = Xml.children(parent);
        int at = Math.min(snippet.position(), children.size());
        parent.insertBefore(inserted, at < children.size() ? children.get(at) : null);
        return Optional.of("insert " + xml + " into " + Xml.place(parent));
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private Element element(String name) {
        return document.createElementNS(document.getDocumentElement().getNamespaceURI(), name);
    }
}
