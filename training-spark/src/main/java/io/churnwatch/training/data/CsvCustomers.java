package io.churnwatch.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Customers of a CSV file with a header line. */
public record CsvCustomers(Path file) implements CustomerSource {
    public CsvCustomers {
        CustomerFile.requireReadable(!Files.isDirectory(file), file, "a CSV file with a header line");
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        Dataset<Row> table =
                spark.read().option("header", true).csv(file.toUri().toString());
        return CustomerColumns.select(table, name());
    }
}
