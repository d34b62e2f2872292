package io.churnwatch.training.data;

import io.churnwatch.training.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Customers of the table {@code customer_churn}, read in ranges of their ids, several at once.
 *
 * @param rowsPerRange about
 */
public record PostgresCustomers(Database database, long rowsPerRange) implements CustomerSource {
    private static final String TABLE = "customer_churn";
    private static final long ROWS_PER_RANGE = 100_000;

    /** Rows that the driver of PostgreSQL keeps at a time: by default it would take the whole range into memory. */
    private static final int ROWS_PER_FETCH = 10_000;

    public PostgresCustomers(Database database) {
        this(database, ROWS_PER_RANGE);
    }

    @Override
    public String name() {
        return "The table " + TABLE;
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        DataFrameReader reader = spark.read()
                .format("jdbc")
                .option("url", database.url())
                .option("user", database.user())
                .option("password", database.password())
                .option("driver", "org.postgresql.Driver")
                .option("dbtable", TABLE)
                .option("fetchsize", ROWS_PER_FETCH);
        return CustomerColumns.select(idRange().in(rowsPerRange, reader).load(), name());
    }

    private IdRange idRange() {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT count(*), min(customer_id), max(customer_id) FROM " + TABLE);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return new IdRange(rows.getLong(1), rows.getLong(2), rows.getLong(3));
        } catch (SQLException e) {
            throw database.isNotOurs(e);
        }
    }

    /** The ids of the table's customers. */
    private record IdRange(long customers, long first, long last) {
        /** Spark's bounds only divide the work: a customer who comes in later, outside of them, is read as well. */
        DataFrameReader in(long rowsPerRange, DataFrameReader table) {
            long ranges = Math.min(1 + customers / rowsPerRange, last - first);
            if (ranges < 2) {
                return table;
            }
            return table.option("partitionColumn", CustomerColumns.CUSTOMER_ID)
                    .option("lowerBound", first)
                    .option("upperBound", last)
                    .option("numPartitions", ranges);
        }
    }
}
