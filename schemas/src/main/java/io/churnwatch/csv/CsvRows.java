package io.churnwatch.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, of any usual separator, row by row, in memory that does not grow with the file. Every row is one
 * line, so that an unbalanced quote breaks its own row and not the rest of the file. Blank lines are no rows. Not thread-safe.
 */
public final class CsvRows implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final BufferedReader lines;
    private final CsvReader.CsvReaderBuilder csv;
    private final List<String> header;
    private long lineNumber = 1;
    private String line = "";

    private CsvRows(String name, BufferedReader lines) throws BrokenCsvException {
        this.name = name;
        this.lines = lines;
        String headerLine = headerLine(readLine(name, lines));
        this.csv = CsvReader.builder().fieldSeparator(separator(headerLine)).allowUnclosedQuote(false);
        this.header = header(headerLine);
    }

    /**
     * Reads the header. A byte that is no UTF-8 is one character, and does not end the reading.
     *
     * @param name what messages call the file
     * @param csv closed with the rows, or at once when they cannot be read
     * @throws BrokenCsvException when there is no header
     * @throws UncheckedIOException naming the file, when it cannot be read
     */
    public static CsvRows read(String name, InputStream csv) throws BrokenCsvException, IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
        try {
            return new CsvRows(name, lines);
        } catch (BrokenCsvException | UncheckedIOException e) {
            lines.close();
            throw e;
        }
    }

    /** Returns the name of the file in messages. */
    public String name() {
        return name;
    }

    /** Returns the titles, without blanks around them. */
    public List<String> header() {
        return header;
    }

    /**
     * Goes to the next row; false when there is none.
     *
     * @throws UncheckedIOException naming the file, when it cannot be read
     */
    public boolean next() {
        for (String read = readLine(name, lines); read != null; read = readLine(name, lines)) {
            lineNumber++;
            if (!read.isBlank()) {
                line = read;
                return true;
            }
        }
        return false;
    }

    /** Returns the row's line in the file; the header is line 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /**
     * Returns the row's cells, as many as the header has.
     *
     * @throws BrokenCsvException when they are more or fewer, or the line does not read as CSV
     */
    public List<String> cells() throws BrokenCsvException {
        List<String> cells = cells(line);
        if (cells.size() != header.size()) {
            throw new BrokenCsvException("has " + cells.size() + " columns, the header has " + header.size());
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private List<String> cells(String text) throws BrokenCsvException {
        try {
            return csv.ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException e) {
            throw new BrokenCsvException("has a quote without its other half; every row must be one line");
        }
    }

    private List<String> header(String headerLine) throws BrokenCsvException {
        try {
            return cells(headerLine).stream().map(String::strip).toList();
        } catch (BrokenCsvException e) {
            throw new BrokenCsvException("has no header that reads as CSV: its first line " + e.what());
        }
    }

    private static @Nullable String readLine(String name, BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String headerLine(@Nullable String line) throws BrokenCsvException {
        if (line == null) {
            throw new BrokenCsvException("is empty");
        }
        String header = !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
        if (header.isBlank()) {
            throw new BrokenCsvException("has no header: its first line is blank");
        }
        return header;
    }

    /** The separator that the header has most of: commas, semicolons and tabs all call themselves CSV. */
    private static char separator(String headerLine) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(headerLine, candidate) > count(headerLine, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
