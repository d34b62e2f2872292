package io.churnwatch.scoring.jpmml;

import io.churnwatch.csv.BrokenCsvException;
import io.churnwatch.csv.CsvRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the customers to score come from. */
final class CustomerRows {
    /** The name of a file that is the standard input. */
    static final String STANDARD_INPUT = "-";

    /**
     * Opens a file and reads its header.
     *
     * @param file its name, or {@value #STANDARD_INPUT}
     * @throws WrongInputException when there is no such file, or it has no header
     */
    static CsvRows open(String file, InputStream standardInput) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return read("The standard input", standardInput);
        }
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new WrongInputException("There is no file " + file + ".");
        }
        // Not isRegularFile: a named pipe is none.
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new WrongInputException(file + " is not a file that can be read.");
        }
        return read(file, Files.newInputStream(path));
    }

    private static CsvRows read(String name, InputStream csv) throws IOException {
        try {
            return CsvRows.read(name, csv);
        } catch (BrokenCsvException e) {
            throw new WrongInputException(name + " " + e.what() + ".");
        }
    }

    private CustomerRows() {}
}
