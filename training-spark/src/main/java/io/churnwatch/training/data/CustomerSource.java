package io.churnwatch.training.data;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where the customers of a training are read from. */
public interface CustomerSource {
    /** The source as a person knows it: a file's name, a table's. */
    String name();

    /** The columns of {@link TrainingColumns} as they were written, one row per customer; the time of the outcome may be null. */
    Dataset<Row> read(SparkSession spark);
}
