package io.churnwatch.scoring.jpmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.scoring.NotScorableException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerRowsTest {
    @Test
    void rowsComeInTheirOrderWithTheirLine() throws Exception {
        CustomerRows rows = rows("id,name\r\n1,\"Miller, Ann\"\r\n\r\n2,\r\n");

        assertThat(rows.header()).containsExactly("id", "name");
        assertThat(rows.next()).isTrue();
        assertThat(rows.cells()).containsExactly("1", "Miller, Ann");
        assertThat(rows.lineNumber()).isEqualTo(2);
        assertThat(rows.next()).isTrue();
        assertThat(rows.cells()).containsExactly("2", "");
        assertThat(rows.lineNumber()).isEqualTo(4);
        assertThat(rows.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name\n1,Ann", "id;name\n1;Ann", "id\tname\n1\tAnn", "\uFEFFid , name\n1,Ann"})
    void allThatCallsItselfCsvIsRead(String csv) throws Exception {
        CustomerRows rows = rows(csv);

        assertThat(rows.header()).containsExactly("id", "name");
        assertThat(rows.next()).isTrue();
        assertThat(rows.cells()).containsExactly("1", "Ann");
    }

    @Test
    void anUnbalancedQuoteBreaksItsOwnRowOnly() throws Exception {
        CustomerRows rows = rows("id,name\n1,\"Ann\n2,Bob\n");

        assertThat(rows.next()).isTrue();
        assertThatThrownBy(rows::cells)
                .isInstanceOf(NotScorableException.class)
                .hasMessageStartingWith("has a quote without its other half");
        assertThat(rows.next()).isTrue();
        assertThat(rows.cells()).containsExactly("2", "Bob");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        CustomerRows rows = rows("id,name\n1\n");

        assertThat(rows.next()).isTrue();
        assertThatThrownBy(rows::cells).hasMessage("has 1 columns, the header has 2");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> rows(""))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("a.csv is empty.");
    }

    @Test
    void aBlankFirstLineIsNoHeader() {
        assertThatThrownBy(() -> rows("\nid,name\n"))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("a.csv has no header: its first line is blank.");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        String file = folder.resolve("nobody.csv").toString();

        assertThatThrownBy(() -> CustomerRows.open(file, InputStream.nullInputStream()))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("There is no file " + file + ".");
        assertThatThrownBy(() -> CustomerRows.open(folder.toString(), InputStream.nullInputStream()))
                .isInstanceOf(WrongInputException.class)
                .hasMessage(folder + " is not a file that can be read.");
    }

    private static CustomerRows rows(String csv) {
        return CustomerRows.read("a.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
