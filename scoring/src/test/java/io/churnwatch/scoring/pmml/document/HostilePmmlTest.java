package io.churnwatch.scoring.pmml.document;

import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.TinyForest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Documents without end: whoever reads one to its end, or keeps what it has read, never comes back. */
class HostilePmmlTest {
    private static final int KILOBYTE = 1 << 10;
    private static final String DICTIONARY = TinyForest.before("<DataField");
    private static final String TREE = TinyForest.before("<SimplePredicate");
    private static final String DERIVED_FIELD =
            DICTIONARY + "</DataDictionary><TransformationDictionary><DerivedField name=\"a\">";
    private static final String TABLE = DERIVED_FIELD + "<MapValues outputColumn=\"b\"><InlineTable>";

    @ParameterizedTest
    @ValueSource(
            strings = {"<Node>", "<CompoundPredicate booleanOperator=\"and\">", "<Extension>", "<Node><Extension>"})
    void endlessNestingIsRefusedWithinSomeKilobytes(String element) {
        assertRefused(TREE, element, "its elements are nested more than 512 deep", 50 * KILOBYTE);
    }

    @Test
    void endlessNestingOfModelsOrExpressionsIsRefusedWithinSomeKilobytes() {
        String model = "<MiningModel functionName=\"classification\"><MiningSchema/>"
                + "<Segmentation multipleModelMethod=\"sum\"><Segment><True/>";

        assertRefused(TinyForest.before("<TreeModel"), model, "nested more than 512 deep", 50 * KILOBYTE);
        assertRefused(DERIVED_FIELD, "<Apply function=\"+\">", "nested more than 512 deep", 50 * KILOBYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<DataField name=\"", "<!--", "<![CDATA[", "<?a "})
    void anEndlessTokenIsRefusedAfterAMegabyte(String start) {
        assertRefused(
                DICTIONARY + start, "a]", "a name, a comment or an attribute is longer than 1 MiB", 1100 * KILOBYTE);
    }

    @Test
    void endlessTextIsRefusedAfterAMegabyte() {
        assertRefused(DICTIONARY, " a", "the text of an element is longer than 1048576 characters", 1100 * KILOBYTE);
        assertRefused(DICTIONARY, "<!---->", "a name, a comment or an attribute is longer than 1 MiB", 1100 * KILOBYTE);
    }

    @Test
    void endlessTableCellsAreRefusedBeforeTheyFillTheMemory() {
        assertRefused(TABLE + "<row>", "<a/>", "its tables have more than 20000 cells", 100 * KILOBYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Value/>", "<?a?>", "<Extension><a/></Extension>"})
    void endlessElementsAreRefusedAfterFourMillion(String element) {
        EndlessText document = new EndlessText(DICTIONARY, element);

        assertThatThrownBy(() -> guard(document))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("more than 4000000 elements");
    }

    @Test
    void attributesAndPrefixesAreNotSearchedWithoutLimit() {
        assertRefused(DICTIONARY + "<DataField " + numbered("a%d=\"\" ", 101) + "/>", " ", "more than 100 attributes");
        assertRefused(
                DICTIONARY + "<DataField " + numbered("xmlns:a%d=\"a\" ", 65) + "/>", " ", "64 namespace prefixes");
    }

    @Test
    void theDeepestTreeThatIsReadNeedsHalfADefaultStack() throws Exception {
        int levels =
                PmmlGuard.DEPTH_MAX - 8; // PMML, MiningModel, Segmentation, Segment, TreeModel, root; a leaf's elements
        String split = "<Node score=\"1\"><SimplePredicate field=\"age\" operator=\"greaterThan\" value=\"%d\"/>";
        String others = "</Node><Node score=\"0\"><True/><ScoreDistribution value=\"0\" recordCount=\"2\"/></Node>";
        byte[] pmml = (TinyForest.before("<Node score=\"1\"><SimplePredicate") + numbered(split, levels)
                        + "<ScoreDistribution value=\"1\" recordCount=\"1\"/>" + others.repeat(levels)
                        + "</Node></TreeModel></Segment></Segmentation></MiningModel></PMML>")
                .getBytes(StandardCharsets.UTF_8);
        FutureTask<Explanation> explanation =
                new FutureTask<>(() -> PmmlForest.read(pmml).explain(Features.of(loyalCustomer())));

        new Thread(null, explanation, "half a stack", 512 * KILOBYTE).start();

        assertThat(explanation.get().probability()).isZero();
    }

    private static void assertRefused(String start, String unit, String reason) {
        assertRefused(start, unit, reason, 50 * KILOBYTE);
    }

    private static void assertRefused(String start, String unit, String reason, int bytesMax) {
        EndlessText document = new EndlessText(start, unit);

        assertThatThrownBy(() -> PmmlForest.read(document))
                .isInstanceOf(MalformedPmmlException.class)
                .hasMessageContaining(reason);
        assertThat(document.taken()).isLessThan(bytesMax);
    }

    /** Without the objects that would be made of the elements: they take longer than a unit test should. */
    private static void guard(EndlessText document) throws Exception {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        PmmlInput input = new PmmlInput(document);
        new PmmlGuard(factory.newSAXParser().getXMLReader(), input).parse(new InputSource(input));
    }

    private static String numbered(String format, int count) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
    }
}
