package io.churnwatch.local.csv;

import io.churnwatch.csv.BrokenCsvException;
import io.churnwatch.csv.CsvRows;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file of a person at the terminal. */
public final class CsvFile implements AutoCloseable {
    private final CsvRows rows;

    /** What is done with the cells of a row, which are as many as the header's. */
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
            throw unreadable(path.toString(), e);
        }
    }

    public List<String> header() {
        return rows.header();
    }

    /** Hands over row by row; those that do not read as CSV, and those that are refused, are problems of the report. */
    public void forEachRow(RowReader reader, Report.Builder report) {
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
        try {
            rows.close();
        } catch (IOException e) {
            throw unreadable(rows.name(), e);
        }
    }

    private static void requireFile(Path path) {
        if (!Files.exists(path)) {
            throw new CommandFailedException(ExitCode.BAD_FILE, "There is no file " + path + ".");
        }
        // Not a pipe either: the header is looked at before the file is read.
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw bad(path.toString(), "is not a file that can be read");
        }
    }

    private static String abbreviated(String line) {
        String printable = line.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 200 ? printable.substring(0, 200) + "…" : printable;
    }

    private static CommandFailedException bad(String name, String what) {
        return new CommandFailedException(ExitCode.BAD_FILE, name + " " + what + ".");
    }

    private static UncheckedIOException unreadable(String name, IOException e) {
        return new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
    }
}
