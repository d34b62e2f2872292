package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ntile;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * A fifth of the customers is held out, the same share of those who left and of those who stayed. Which fifth depends on the
 * customers' ids and the seed alone, not on the order or the partitions they were read in.
 */
public record Split(Dataset<Row> training, Dataset<Row> heldOut) {
    private static final int FIFTHS = 5;
    private static final String FIFTH = "fifth";

    public static Split of(CleanCustomers customers, long seed) {
        Dataset<Row> dealt = ByCustomer.cached(customers.rows().withColumn(FIFTH, fifth(seed)));
        return new Split(
                dealt.filter(col(FIFTH).gt(1)).drop(FIFTH),
                dealt.filter(col(FIFTH).equalTo(1)).drop(FIFTH));
    }

    private static Column fifth(long seed) {
        return ntile(FIFTHS)
                .over(Window.partitionBy(CustomerColumns.EXITED)
                        .orderBy(
                                xxhash64(col(CustomerColumns.CUSTOMER_ID), lit(seed)),
                                col(CustomerColumns.CUSTOMER_ID)));
    }
}
