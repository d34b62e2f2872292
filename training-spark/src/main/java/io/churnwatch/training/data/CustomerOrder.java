package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Orders of customers that depend on nothing but their ids and a seed. */
final class CustomerOrder {
    static final String POSITION = "position";

    /**
     * A fit adds up the statistics of every node in every partition: below that many rows, a second partition costs more than it
     * shares out.
     */
    private static final long ROWS_PER_PARTITION = 50_000;

    /**
     * Caches customers by id: a forest draws its samples by position, so the same customers must have the same positions for the
     * same seed to grow the same forest.
     *
     * @param count the number of customers
     */
    static Dataset<Row> cachedById(Dataset<Row> customers, long count) {
        long most = Long.parseLong(customers.sparkSession().conf().get("spark.sql.shuffle.partitions"));
        int partitions = (int) Math.min(most, 1 + count / ROWS_PER_PARTITION);
        return customers
                .repartition(partitions, col(TrainingColumns.CUSTOMER_ID))
                .sortWithinPartitions(TrainingColumns.CUSTOMER_ID)
                .cache();
    }

    /**
     * Shuffles the customers of each outcome, and adds a column {@link #POSITION} that counts from 1 in either outcome.
     *
     * @param before the columns that decide first; customers who are equal in them are shuffled
     */
    static Dataset<Row> shuffledByOutcome(Dataset<Row> customers, long seed, Column... before) {
        Column[] order = Stream.concat(
                        Stream.of(before),
                        Stream.of(
                                xxhash64(col(TrainingColumns.CUSTOMER_ID), lit(seed)),
                                col(TrainingColumns.CUSTOMER_ID)))
                .toArray(Column[]::new);
        WindowSpec outcome = Window.partitionBy(TrainingColumns.EXITED).orderBy(order);
        return customers.withColumn(POSITION, row_number().over(outcome));
    }

    private CustomerOrder() {}
}
