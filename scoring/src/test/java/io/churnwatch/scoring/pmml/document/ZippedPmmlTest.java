package io.churnwatch.scoring.pmml.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ZippedPmmlTest {
    private static final byte[] PMML = new byte[100_000];

    @Test
    void whatWasZippedComesBack() throws Exception {
        assertThat(ZippedPmml.unzip(zip(PMML), PMML.length)).isEqualTo(PMML);
    }

    @Test
    void aGzipThatHoldsMoreThanADocumentMayHaveIsRefused() throws Exception {
        byte[] bomb = zip(PMML);

        assertThat(bomb).hasSizeLessThan(1000);
        assertThatThrownBy(() -> ZippedPmml.unzip(bomb, PMML.length - 1))
                .isInstanceOf(MalformedPmmlException.class)
                .hasMessage("Not a PMML document: it is longer than 256 MiB");
    }

    @Test
    void aBrokenGzipIsRefused() throws Exception {
        byte[] gzip = zip(PMML);

        for (byte[] broken : new byte[][] {{}, PMML, Arrays.copyOf(gzip, gzip.length - 9)}) {
            assertThatThrownBy(() -> ZippedPmml.unzip(broken))
                    .isInstanceOf(MalformedPmmlException.class)
                    .hasMessageStartingWith("Not a PMML document: its gzip is broken");
        }
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
