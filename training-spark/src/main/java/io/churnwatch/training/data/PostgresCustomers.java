package io.churnwatch.training.data;

import io.churnwatch.store.Database;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Customers of the table {@code customer_churn}, read in ranges of their ids, several at once. The latest outcome in
 * {@code churn_outcome} counts; a customer without one counts by the profile's {@code exited}.
 *
 * @param rowsPerRange about
 */
public record PostgresCustomers(Database database, long rowsPerRange) implements CustomerSource {
    private static final String TABLE = "customer_churn";

    /** Each customer's own look at the index costs less than sorting all outcomes once for every range. */
    private static final String CUSTOMERS = """
            (SELECT customer_id, %s, coalesce(latest.outcome = 'EXITED', exited) AS exited, latest.occurred_at
             FROM customer_churn
             LEFT JOIN LATERAL (
                 SELECT outcome, occurred_at FROM churn_outcome
                 WHERE churn_outcome.customer_id = customer_churn.customer_id
                 ORDER BY occurred_at DESC LIMIT 1) AS latest ON TRUE) AS customers""".formatted(String.join(", ", TrainingColumns.features()));

    public PostgresCustomers(Database database) {
        this(database, PostgresRows.ROWS_PER_RANGE);
    }

    @Override
    public String name() {
        return "The table " + TABLE;
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        PostgresRows rows = new PostgresRows(database, CUSTOMERS, TrainingColumns.CUSTOMER_ID);
        PostgresRows.Extent extent = PostgresRows.Extent.query(
                database, "SELECT count(*), min(customer_id), max(customer_id) FROM " + TABLE);
        return TrainingColumns.select(rows.read(spark, extent, rowsPerRange), name());
    }
}
