package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows in an order that only the customers' ids decide: a forest draws its samples by position, so the same customers must
 * always stand in the same place for the same seed to grow the same forest.
 */
final class ByCustomer {
    /**
     * A fit adds up the statistics of every node in every partition: below that many rows, a second partition costs more than it
     * shares out.
     */
    private static final long ROWS_PER_PARTITION = 50_000;

    /** Takes how many rows there are. */
    static Dataset<Row> cached(Dataset<Row> customers, long count) {
        long most = Long.parseLong(customers.sparkSession().conf().get("spark.sql.shuffle.partitions"));
        int partitions = (int) Math.min(most, 1 + count / ROWS_PER_PARTITION);
        return customers
                .repartition(partitions, col(CustomerColumns.CUSTOMER_ID))
                .sortWithinPartitions(CustomerColumns.CUSTOMER_ID)
                .cache();
    }

    private ByCustomer() {}
}
