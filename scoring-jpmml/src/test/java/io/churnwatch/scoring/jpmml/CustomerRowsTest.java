package io.churnwatch.scoring.jpmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.csv.CsvRows;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerRowsTest {
    @Test
    void aDashIsTheStandardInput() throws Exception {
        try (CsvRows rows = CustomerRows.open("-", bytes("id,name\n1,Ann\n"))) {
            assertThat(rows.name()).isEqualTo("The standard input");
            assertThat(rows.header()).containsExactly("id", "name");
        }
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> CustomerRows.open("-", bytes("")))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("The standard input is empty.");
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

    private static InputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
