package io.churnwatch.local.csv;

import io.churnwatch.csv.BrokenCsvException;
import io.churnwatch.csv.CsvRows;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.local.CommandFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.function.Uncheck;

/** A CSV file of a person at the terminal. */
public final class CsvFile implements AutoCloseable {
    private final CsvRows rows;

    /** Reads the cells of a row, which are as many as the header's. */
    public interface RowReader {
        void read(long line, List<String> cells) throws InvalidUpdateException;
    }

    private CsvFile(CsvRows rows) {
        this.rows = rows;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws CommandFailedException when there is no such file, or no header in it
     */
    @SuppressWarnings("MustBeClosedChecker") // the caller closes the file
    public static CsvFile open(Path path) {
        requireFile(path);
        try {
            return new CsvFile(CsvRows.read(path.toString(), Files.newInputStream(path)));
        } catch (BrokenCsvException e) {
            throw bad(path.toString(), e.what());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    public List<String> header() {
        return rows.header();
    }

    /** Hands over row by row. Rows that do not read as CSV, and those that the reader refuses, are problems of the report. */
    public void forEachRow(RowReader reader, Report report) {
        while (rows.next()) {
            try {
                reader.read(rows.lineNumber(), rows.cells());
            } catch (InvalidUpdateException e) {
                report.problem(rows.lineNumber(), e.field() + " " + e.detail());
            } catch (BrokenCsvException e) {
                report.problem(rows.lineNumber(), e.what());
            }
        }
    }

    /** Ends the command: the file has no such columns. */
    public CommandFailedException lacks(List<String> columns) {
        return isBad("lacks the columns " + String.join(", ", columns) + ". Its header is: "
                + abbreviated(String.join(",", header())));
    }

    /** Ends the command: the file is not what it should be. */
    public CommandFailedException isBad(String what) {
        return bad(rows.name(), what);
    }

    @Override
    public void close() {
        Uncheck.run(rows::close);
    }

    private static void requireFile(Path path) {
        if (!Files.exists(path)) {
            throw CommandFailedException.badFile("There is no file " + path + ".");
        }
        // Not a pipe either: the header is checked before the file is read.
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw bad(path.toString(), "is not a file that can be read");
        }
    }

    private static String abbreviated(String line) {
        String printable = line.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 200 ? printable.substring(0, 200) + "…" : printable;
    }

    private static CommandFailedException bad(String name, String what) {
        return CommandFailedException.badFile(name + " " + what + ".");
    }
}
