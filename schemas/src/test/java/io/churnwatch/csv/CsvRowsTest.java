package io.churnwatch.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    @Test
    void rowsComeInTheirOrderWithTheirLine() throws Exception {
        CsvRows rows = rows("id,name\r\n1,\"Miller, Ann\"\r\n\r\n2,\r\n");

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
        CsvRows rows = rows(csv);

        assertThat(rows.header()).containsExactly("id", "name");
        assertThat(rows.next()).isTrue();
        assertThat(rows.cells()).containsExactly("1", "Ann");
    }

    @Test
    void anUnbalancedQuoteBreaksItsOwnRowOnly() throws Exception {
        CsvRows rows = rows("id,name\n1,\"Ann\n2,Bob\n");

        assertThat(rows.next()).isTrue();
        assertThatThrownBy(rows::cells)
                .isInstanceOf(BrokenCsvException.class)
                .hasMessage("has a quote without its other half; every row must be one line");
        assertThat(rows.next()).isTrue();
        assertThat(rows.cells()).containsExactly("2", "Bob");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() throws Exception {
        CsvRows rows = rows("id,name\n1\n");

        assertThat(rows.next()).isTrue();
        assertThatThrownBy(rows::cells).hasMessage("has 1 columns, the header has 2");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',            is empty
            '\n id,name',  has no header: its first line is blank
            '"id,name',    has no header that reads as CSV: its first line has a quote without its other half; every row must be one line
            """)
    void aFileWithoutAHeaderIsRefused(String csv, String what) {
        assertThatThrownBy(() -> rows(csv))
                .isInstanceOf(BrokenCsvException.class)
                .hasMessage(what);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws Exception {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        assertThatThrownBy(() -> CsvRows.read("a.csv", closed))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("a.csv cannot be read: Stream closed");
    }

    private static CsvRows rows(String csv) throws Exception {
        return CsvRows.read("a.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
