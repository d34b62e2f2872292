package io.churnwatch.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BarChartTest {
    private final BarChart chart = new BarChart(
            "a < b & c", "ns", List.of(new BarChart.Bar("slow", 1_000, false), new BarChart.Bar("fast", 250, true)));

    @Test
    void theLongestBarFillsTheChartAndTheOthersAreInProportion() throws Exception {
        NodeList rectangles = document().getElementsByTagName("rect");

        assertThat(attribute(rectangles, 1, "width")).isEqualTo("340");
        assertThat(attribute(rectangles, 2, "width")).isEqualTo("85");
        assertThat(attribute(rectangles, 2, "class")).isEqualTo("ours");
    }

    @Test
    void itsTitleIsForThoseWhoCannotSeeIt() throws Exception {
        assertThat(document().getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & c");
    }

    @Test
    void everyColourHasOneForADarkSystem() {
        String dark = chart.svg().substring(chart.svg().indexOf("prefers-color-scheme: dark"));

        assertThat(dark).contains(".ground {", "text {", ".ours {", ".other {");
        assertThat(chart.svg()).doesNotContain("fill=");
    }

    private Document document() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }

    private static String attribute(NodeList elements, int index, String name) {
        return elements.item(index).getAttributes().getNamedItem(name).getNodeValue();
    }
}
