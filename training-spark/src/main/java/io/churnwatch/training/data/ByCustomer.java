package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows in an order that only the customers' ids decide: a forest draws its samples by position, so the same customers must
 * always stand in the same place for the same seed to grow the same forest.
 */
final class ByCustomer {
    static Dataset<Row> cached(Dataset<Row> customers) {
        int partitions = Integer.parseInt(customers.sparkSession().conf().get("spark.sql.shuffle.partitions"));
        return customers
                .repartition(partitions, col(CustomerColumns.CUSTOMER_ID))
                .sortWithinPartitions(CustomerColumns.CUSTOMER_ID)
                .cache();
    }

    private ByCustomer() {}
}
