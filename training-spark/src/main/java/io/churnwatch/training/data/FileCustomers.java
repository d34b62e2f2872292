package io.churnwatch.training.data;

import io.churnwatch.training.support.TrainingFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The customers of a CSV file with a header line, or of a Parquet file or folder, by the end of its name. */
public record FileCustomers(Path file) implements CustomerSource {
    /**
     * Checks that the file can be read.
     *
     * @throws TrainingFailedException naming it if it cannot
     */
    public FileCustomers {
        if (!Files.isReadable(file) || (Files.isDirectory(file) && !isParquet(file))) {
            throw new TrainingFailedException("There is no readable file %s. Give --customers %s."
                    .formatted(file, isParquet(file) ? "a Parquet file or folder" : "a CSV file with a header line"));
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        String uri = file.toUri().toString();
        return TrainingColumns.select(
                isParquet(file)
                        ? spark.read().parquet(uri)
                        : spark.read().option("header", true).csv(uri),
                name());
    }

    private static boolean isParquet(Path file) {
        return file.toString().endsWith(".parquet");
    }
}
