package io.churnwatch.training.data;

import io.churnwatch.store.Database;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.Handle;

/**
 * Rows of PostgreSQL that Spark reads in ranges of their ids, several at once.
 *
 * @param source a table, or a query in brackets with a name behind it
 * @param id the column that the work is divided by
 */
public record PostgresRows(Database database, String source, String id) {
    /** About so many are read by one task. */
    public static final long ROWS_PER_RANGE = 100_000;

    /** Rows that the driver of PostgreSQL keeps at a time: by default it would take the whole range into memory. */
    private static final int ROWS_PER_FETCH = 10_000;

    /**
     * The number of rows, and their ids. Spark's bounds only divide the work: rows outside of them, which came in later, are read as
     * well.
     */
    public record Extent(long rows, long first, long last) {
        /** Runs a query for the number of rows, the first and the last id. */
        public static Extent query(Database database, String sql) {
            try (Handle handle = database.open()) {
                return handle.createQuery(sql)
                        .map((row, context) -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .one();
            }
        }
    }

    /** Reads all rows, about {@code rowsPerRange} in each task. */
    public Dataset<Row> read(SparkSession spark, Extent extent, long rowsPerRange) {
        DataFrameReader reader = spark.read()
                .format("jdbc")
                .option("url", database.url())
                .option("user", database.user())
                .option("password", database.password())
                .option("driver", "org.postgresql.Driver")
                .option("dbtable", source)
                .option("fetchsize", ROWS_PER_FETCH);
        return divided(reader, extent, rowsPerRange).load();
    }

    private DataFrameReader divided(DataFrameReader reader, Extent extent, long rowsPerRange) {
        long ranges = Math.min(1 + extent.rows() / rowsPerRange, extent.last() - extent.first());
        return ranges < 2
                ? reader
                : reader.option("partitionColumn", id)
                        .option("lowerBound", extent.first())
                        .option("upperBound", extent.last())
                        .option("numPartitions", ranges);
    }
}
