package io.churnwatch.scoring.jpmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void numbersKeepAllTheirDigits() {
        try (ScoreWriter writer = new ScoreWriter(out, Optional.of("CustomerId"), List.of("probability", "age"))) {
            writer.score("1", new double[] {1 / 3.0, -0.25});
            writer.noScore("2");
        }

        assertThat(lines()).containsExactly("CustomerId,probability,age", "1,0.3333333333333333,-0.25", "2,,");
    }

    @Test
    void withoutAnIdThereAreNumbersOnly() {
        try (ScoreWriter writer = new ScoreWriter(out, Optional.empty(), List.of("probability", "base"))) {
            writer.score("", new double[] {0.5, 0.25});
        }

        assertThat(lines()).containsExactly("probability,base", "0.5,0.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+2", "+1", "-1", "@SUM(A1)"})
    void anIdThatASpreadsheetWouldRunIsMadeAText(String id) {
        try (ScoreWriter writer = new ScoreWriter(out, Optional.of("id"), List.of("probability", "=x"))) {
            writer.score(id, new double[] {0.5, -1});
        }

        assertThat(lines()).containsExactly("id,probability,'=x", "'" + id + ",0.5,-1.0");
    }

    @Test
    void anOutputThatEndsIsNamed() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ScoreWriter writer = new ScoreWriter(full, Optional.empty(), List.of("probability"));

        assertThatThrownBy(writer::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The scores cannot be written: No space left on device");
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
