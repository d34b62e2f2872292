package io.churnwatch.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Customers of a Parquet file, or of a folder of them as Spark writes it. */
public record ParquetCustomers(Path file) implements CustomerSource {
    public ParquetCustomers {
        CustomerFile.requireReadable(Files.exists(file), file, "a Parquet file or folder");
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        return CustomerColumns.select(spark.read().parquet(file.toUri().toString()), name());
    }
}
