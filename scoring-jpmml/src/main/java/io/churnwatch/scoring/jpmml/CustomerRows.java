package io.churnwatch.scoring.jpmml;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.churnwatch.scoring.NotScorableException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, row by row, in memory that does not grow with the file. Every row is one line, so that an
 * unbalanced quote breaks its own row and not the rest of the file. Blank lines are no rows.
 */
final class CustomerRows implements Closeable {
    /** The name of a file that is the standard input. */
    static final String STANDARD_INPUT = "-";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final BufferedReader lines;
    private final CsvReader.CsvReaderBuilder csv;
    private final List<String> header;
    private long lineNumber = 1;
    private String line = "";

    private CustomerRows(String name, BufferedReader lines) {
        this.name = name;
        this.lines = lines;
        String headerLine = headerLine(name, readLine(name, lines));
        this.csv = CsvReader.builder().fieldSeparator(separator(headerLine)).allowUnclosedQuote(false);
        this.header = header(name, headerLine);
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file its name, or {@value #STANDARD_INPUT}
     * @throws WrongInputException when there is no such file, or it has no header
     */
    static CustomerRows open(String file, InputStream standardInput) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return read("The standard input", standardInput);
        }
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new WrongInputException("There is no file " + file + ".");
        }
        // Not isRegularFile: a pipe of the shell, <(zcat customers.csv.gz), is none.
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new WrongInputException(file + " is not a file that can be read.");
        }
        return read(file, Files.newInputStream(path));
    }

    static CustomerRows read(String name, InputStream csv) {
        return new CustomerRows(name, new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8)));
    }

    /** What messages call this file. */
    String name() {
        return name;
    }

    List<String> header() {
        return header;
    }

    /** Goes to the next row; false when there is none. */
    boolean next() {
        for (String read = readLine(name, lines); read != null; read = readLine(name, lines)) {
            lineNumber++;
            if (!read.isBlank()) {
                line = read;
                return true;
            }
        }
        return false;
    }

    /** Where the row stands in the file; the header is line 1. */
    long lineNumber() {
        return lineNumber;
    }

    /**
     * The row's cells, as many as the header has.
     *
     * @throws NotScorableException when they are more or fewer, or the line does not read as CSV
     */
    List<String> cells() throws NotScorableException {
        List<String> cells = cells(line);
        if (cells.size() != header.size()) {
            throw new NotScorableException("", "has " + cells.size() + " columns, the header has " + header.size());
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private List<String> cells(String text) throws NotScorableException {
        try {
            return csv.ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException e) {
            throw new NotScorableException("", "has a quote without its other half; every row must be one line");
        }
    }

    private List<String> header(String name, String headerLine) {
        try {
            return cells(headerLine).stream().map(String::strip).toList();
        } catch (NotScorableException e) {
            throw new WrongInputException(
                    name + " has no header that reads as CSV: its first line " + e.getMessage() + ".");
        }
    }

    private static @Nullable String readLine(String name, BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String headerLine(String name, @Nullable String line) {
        if (line == null) {
            throw new WrongInputException(name + " is empty.");
        }
        String header = !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
        if (header.isBlank()) {
            throw new WrongInputException(name + " has no header: its first line is blank.");
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
