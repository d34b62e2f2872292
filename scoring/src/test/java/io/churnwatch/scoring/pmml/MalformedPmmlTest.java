package io.churnwatch.scoring.pmml;

import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a document is said in words that its author understands, and nothing outside of it is touched. */
class MalformedPmmlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ``                                             | it is empty
            age,exited                                     | Content is not allowed in prolog. (line 1)
            <html/>                                        | its root element is html, not PMML (line 1)
            <PMML/>                                        | its namespace is '', not one of PMML 3.0 to 4.4 (line 1)
            <PMML xmlns="http://www.dmg.org/PMML-5_0"/>    | its namespace is 'http://www.dmg.org/PMML-5_0', not one of PMML 3.0 to 4.4 (line 1)
            <?xml version="1.0" encoding="klingon"?><PMML/>| its encoding 'klingon' is unknown
            """, quoteCharacter = '`')
    void whatIsNoPmmlIsRefused(String document, String reason) {
        assertMalformed(document, reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 500, 900, 1080})
    void aTruncatedDocumentIsRefusedWithItsLastLine(int length) {
        String start = TinyForest.PMML.substring(0, length).stripTrailing();

        assertMalformed(start, "it ends too early (line " + start.lines().count() + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            recordCount="9" | recordCount="many"  | 'many' is no value for its attribute (line 13)
            recordCount="9" | recordCount="1e999" | '1e999' is no value for its attribute (line 13)
            recordCount="9" | recordCount="NaN"   | 'NaN' is no value for its attribute (line 13)
            recordCount="9" | recordCount="INF"   | 'INF' is no value for its attribute (line 13)
            <Header/>       | <Footer/>           | unexpected element (uri:"http://www.dmg.org/PMML-4_4", local:"Footer"). (line 1)
            <Header/>       | <Header xmlns="http://www.dmg.org/PMML-4_3"/> | it changes from namespace 'http://www.dmg.org/PMML-4_4' to 'http://www.dmg.org/PMML-4_3' (line 1)
            40.5            | &#0;                | Character reference "&#0" is an invalid XML character. (line 12)
            40.5            | &secret;            | The entity "secret" was referenced, but not declared. (line 12)
            """)
    void aWrongPartIsRefusedWithItsLine(String good, String bad, String reason) {
        assertMalformed(TinyForest.PMML.replace(good, bad), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE PMML SYSTEM \"http://127.0.0.1:9/pmml.dtd\">",
                "<!DOCTYPE PMML [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE PMML [<!ENTITY % all SYSTEM \"file:///etc/hostname\"> %all;]>",
                "<!DOCTYPE PMML [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY secret \"&b;&b;&b;\">]>",
            })
    void aDocumentTypeIsRefusedAndWithItEveryEntity(String type) {
        assertMalformed(type + TinyForest.PMML.replace("40.5", "&secret;"), "DOCTYPE is disallowed");
    }

    @Test
    void nothingElseIsIncluded() throws Exception {
        String include = "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>";
        String location = " xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " x:schemaLocation=\"http://www.dmg.org/PMML-4_4 http://127.0.0.1:9/pmml.xsd\" version";

        assertMalformed(TinyForest.PMML.replace("<Header/>", include), "unexpected element");
        assertThat(score(bytes(TinyForest.PMML.replaceFirst(" version", location))))
                .isEqualTo(0.75);
        assertThat(score(bytes("<?xml-stylesheet href=\"http://127.0.0.1:9/a.xsl\"?>" + TinyForest.PMML)))
                .isEqualTo(0.75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252", "IBM1047"})
    void aDocumentMayHaveAnyEncodingThatItDeclares(String encoding) throws Exception {
        String declared = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + TinyForest.PMML;

        assertThat(score(declared.getBytes(Charset.forName(encoding)))).isEqualTo(0.75);
    }

    @Test
    void anotherEncodingThanTheDeclaredOneIsRefused() {
        byte[] latin = TinyForest.PMML.replace("age", "âge").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> PmmlForest.read(latin))
                .isInstanceOf(MalformedPmmlException.class)
                .hasMessage("Not a PMML document: Invalid byte 2 of 3-byte UTF-8 sequence. (line 4)");
    }

    @Test
    void anElementThatLacksAnAttributeIsNamedWithItsLine() {
        assertThatThrownBy(() ->
                        PmmlForest.read(bytes(TinyForest.PMML.replace("<SimplePredicate field", "<SimplePredicate f"))))
                .isInstanceOf(UnsupportedPmmlException.class)
                .hasMessage("Not valid PMML: Required attribute SimplePredicate@field is not defined (line 12)");
    }

    @Test
    void noOtherParserOnTheClassPathTakesOver() throws Exception {
        String factory = "javax.xml.parsers.SAXParserFactory";
        System.setProperty(factory, "one.that.heeds.no.LimitsFactory");
        try {
            assertThat(score(bytes(TinyForest.PMML))).isEqualTo(0.75);
        } finally {
            System.clearProperty(factory);
        }
    }

    @Test
    void aSourceThatCannotBeReadIsNotTheDocumentsFault() throws Exception {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        assertThatThrownBy(() -> PmmlForest.read(closed)).isInstanceOf(IOException.class);
    }

    private static void assertMalformed(String document, String reason) {
        assertThatThrownBy(() -> PmmlForest.read(bytes(document)))
                .isInstanceOf(MalformedPmmlException.class)
                .hasMessageStartingWith("Not a PMML document: " + reason);
    }

    private static double score(byte[] document) throws Exception {
        return PmmlForest.read(document).score(Features.of(leavingCustomer()));
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
