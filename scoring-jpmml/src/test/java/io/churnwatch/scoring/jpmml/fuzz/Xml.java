package io.churnwatch.scoring.jpmml.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** XML documents as trees, to be cut and sewn together. */
final class Xml {
    static Document parse(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new IllegalArgumentException("A seed must be XML", e);
        }
    }

    static byte[] bytes(Document document) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException("A document must be writable", e);
        }
    }

    /** All elements in the document's order, the root first. */
    static List<Element> elements(Document document) {
        return elements(document.getElementsByTagNameNS("*", "*"));
    }

    static List<Element> named(Document document, String name) {
        return elements(document.getElementsByTagNameNS("*", name));
    }

    static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    /** An element, of each name as often as of any other: else all would be leaves. */
    static Element any(Document document, Random random) {
        List<String> names = elements(document).stream()
                .map(Element::getLocalName)
                .distinct()
                .toList();
        return pick(named(document, pick(names, random)), random);
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** An element by its name and its number among those. */
    static String place(Element element) {
        List<Element> alike = named(element.getOwnerDocument(), element.getLocalName());
        return element.getLocalName() + "[" + alike.indexOf(element) + "]";
    }

    static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private Xml() {}
}
