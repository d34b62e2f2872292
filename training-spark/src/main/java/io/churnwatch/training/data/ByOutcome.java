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

/** Customers shuffled among those of the same outcome, in an order that only their ids and a seed decide. */
final class ByOutcome {
    static final String POSITION = "position";

    /**
     * With a column {@link #POSITION} that counts from 1 in either outcome.
     *
     * @param before what decides first; those who are equal in it are shuffled
     */
    static Dataset<Row> positioned(Dataset<Row> customers, long seed, Column... before) {
        Column[] order = Stream.concat(
                        Stream.of(before),
                        Stream.of(
                                xxhash64(col(CustomerColumns.CUSTOMER_ID), lit(seed)),
                                col(CustomerColumns.CUSTOMER_ID)))
                .toArray(Column[]::new);
        WindowSpec outcome = Window.partitionBy(CustomerColumns.EXITED).orderBy(order);
        return customers.withColumn(POSITION, row_number().over(outcome));
    }

    private ByOutcome() {}
}
