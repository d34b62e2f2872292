package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.churnwatch.training.TrainingFailedException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fifth of the customers is held out, but no more than can be looked at in one place; the same share of those who left and of
 * those who stayed. Which ones depends on the customers' ids and the seed alone, not on the order or the partitions they were
 * read in.
 */
public record Split(Dataset<Row> training, Dataset<Row> heldOut) {
    private static final double SHARE = 0.2;
    private static final int LIMIT = 100_000;
    private static final int MIN_CUSTOMERS_PER_CLASS = 10;
    private static final String HELD_OUT = "held_out";

    /**
     * Deals the customers out.
     *
     * @throws TrainingFailedException when there are too few of those who left, or of those who stayed
     */
    public static Split of(CleanCustomers customers, long seed) {
        long stayed = customers.count() - customers.exited();
        requireEnough(Math.min(stayed, customers.exited()));
        double share = Math.min(SHARE, (double) LIMIT / customers.count());
        Dataset<Row> dealt = ByCustomer.cached(
                ByOutcome.positioned(customers.rows(), seed).withColumn(HELD_OUT, isAmongFirst(share, customers)),
                customers.count());
        return new Split(
                dealt.filter(col(HELD_OUT).equalTo(false)).drop(HELD_OUT, ByOutcome.POSITION),
                dealt.filter(col(HELD_OUT)).drop(HELD_OUT, ByOutcome.POSITION));
    }

    private static Column isAmongFirst(double share, CleanCustomers customers) {
        long exited = Math.round(share * customers.exited());
        long stayed = Math.round(share * (customers.count() - customers.exited()));
        return col(ByOutcome.POSITION)
                .leq(when(col(CustomerColumns.EXITED).equalTo(1), lit(exited)).otherwise(lit(stayed)));
    }

    private static void requireEnough(long fewest) {
        if (fewest < MIN_CUSTOMERS_PER_CLASS) {
            throw new TrainingFailedException(
                    ("Only %d customers have one of the two outcomes: a model needs at least %d who left and as many "
                                    + "who stayed.")
                            .formatted(fewest, MIN_CUSTOMERS_PER_CLASS));
        }
    }
}
