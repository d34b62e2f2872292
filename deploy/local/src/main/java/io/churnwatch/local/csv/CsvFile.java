package io.churnwatch.local.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header, of any usual separator. Every row is one line, so that an unbalanced quote breaks its own row and
 * not the rest of the file.
 */
public final class CsvFile implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final BufferedReader lines;
    private final CsvReader.CsvReaderBuilder csv;
    private final String headerLine;
    private final List<String> header;

    /** What is done with the cells of a row, which are as many as the header's. */
    public interface RowReader {
        void read(long line, List<String> cells) throws InvalidUpdateException;
    }

    private CsvFile(Path path, BufferedReader lines, @Nullable String headerLine) {
        if (headerLine == null || headerLine.isBlank()) {
            throw bad(path, "is empty");
        }
        this.path = path;
        this.lines = lines;
        this.headerLine = headerLine;
        this.csv = CsvReader.builder().fieldSeparator(separator(headerLine)).allowUnclosedQuote(false);
        try {
            this.header = csv.ofSingleCsvRecord(headerLine).getFields();
        } catch (CsvParseException e) {
            throw bad(path, "has no header that reads as CSV: " + abbreviated(headerLine));
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws CommandFailedException when there is no such file, or no header in it
     */
    @SuppressWarnings("MustBeClosedChecker") // the caller closes the file
    public static CsvFile open(Path path) {
        try {
            BufferedReader lines = lines(path);
            try {
                return new CsvFile(path, lines, firstLine(lines));
            } catch (CommandFailedException e) {
                lines.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    public List<String> header() {
        return header;
    }

    /** Hands over row by row; those that do not read as CSV, and those that are refused, are problems of the report. */
    public void forEachRow(RowReader reader, Report.Builder report) {
        try {
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    readRow(number, line, reader, report);
                }
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private void readRow(long number, String line, RowReader reader, Report.Builder report) {
        try {
            List<String> cells = csv.ofSingleCsvRecord(line).getFields();
            if (cells.size() == header.size()) {
                reader.read(number, cells);
            } else {
                report.problem(number, "has " + cells.size() + " columns, the header has " + header.size());
            }
        } catch (InvalidUpdateException e) {
            report.problem(number, e.field() + " " + e.detail());
        } catch (CsvParseException e) {
            report.problem(number, "has a quote without its other half");
        }
    }

    /** Ends the command: the file has no such columns. */
    public CommandFailedException lacks(List<String> columns) {
        return isBad("lacks the columns " + String.join(", ", columns) + ". Its header is: " + abbreviated(headerLine));
    }

    /** Ends the command: the file is not what it should be. */
    public CommandFailedException isBad(String what) {
        return bad(path, what);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static BufferedReader lines(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new CommandFailedException(ExitCode.BAD_FILE, "There is no file " + path + ".");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw bad(path, "is not a file that can be read");
        }
        // Not Files.newBufferedReader: a byte that is no UTF-8 would end the reading there.
        return new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
    }

    private static @Nullable String firstLine(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        return line != null && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
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

    private static String abbreviated(String line) {
        String printable = line.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 200 ? printable.substring(0, 200) + "…" : printable;
    }

    private static CommandFailedException bad(Path path, String what) {
        return new CommandFailedException(ExitCode.BAD_FILE, path + " " + what + ".");
    }

    private static UncheckedIOException unreadable(Path path, IOException e) {
        return new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
    }
}
