package io.churnwatch.scoring.jpmml;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes scores as CSV: the id, if the customers have one, then numbers in full precision. */
final class ScoreWriter implements Closeable {
    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA_SIGNS = "=+-@";

    private final CsvWriter csv;
    private final boolean withId;
    private final List<String> noScore;

    /**
     * Writes the header.
     *
     * @param idTitle the title of the id column, empty when there is none
     */
    ScoreWriter(OutputStream out, Optional<String> idTitle, List<String> scoreTitles) {
        this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.withId = idTitle.isPresent();
        this.noScore = Collections.nCopies(scoreTitles.size(), "");
        write(idTitle.orElse(""), scoreTitles.stream().map(ScoreWriter::asText));
    }

    void score(String id, double[] values) {
        write(id, Arrays.stream(values).mapToObj(Double::toString));
    }

    /** A customer who could not be scored: the cells stay empty. */
    void noScore(String id) {
        write(id, noScore.stream());
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private void write(String id, Stream<String> cells) {
        try {
            csv.writeRecord((withId ? Stream.concat(Stream.of(asText(id)), cells) : cells).toList());
        } catch (UncheckedIOException e) {
            throw notWritten(Objects.requireNonNull(e.getCause()));
        }
    }

    private static UncheckedIOException notWritten(IOException e) {
        return new UncheckedIOException("The scores cannot be written: " + e.getMessage(), e);
    }

    /** An apostrophe before it keeps a spreadsheet from running a text that came from outside. */
    private static String asText(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
