package io.churnwatch.training.data;

import io.churnwatch.training.support.TrainingFailedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Customers of a file, by what its name ends with. */
public final class CustomerFile {
    private static final String PARQUET = ".parquet";

    /**
     * The customers of a Parquet file or folder, or of any other file as CSV.
     *
     * @throws TrainingFailedException when it is not there
     */
    public static CustomerSource of(Path file) {
        return file.toString().endsWith(PARQUET) ? new ParquetCustomers(file) : new CsvCustomers(file);
    }

    static void requireReadable(boolean readable, Path file, String wanted) {
        if (!readable || !Files.isReadable(file)) {
            throw new TrainingFailedException(
                    "There is no readable file " + file + ". Give --customers " + wanted + ".");
        }
    }

    private CustomerFile() {}
}
