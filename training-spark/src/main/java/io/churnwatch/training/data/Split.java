package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.churnwatch.training.support.TrainingFailedException;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fifth of the customers is held out, but no more than can be looked at in one place; the same share of those who left and of
 * those who stayed. It is the newest where the times of exits are known. Otherwise, and among equals, the customers' ids and the
 * seed alone decide, not the order or the partitions they were read in.
 */
public record Split(Dataset<Row> training, Dataset<Row> heldOut, HoldOut holdOut) {
    /** So many customers at most are held out: they are looked at in one place. */
    public static final int HELD_OUT_MAX = 100_000;

    /** With fewer of those who left, or of those who stayed, a metric means nothing. */
    public static final int PER_OUTCOME_MIN = 10;

    private static final double SHARE = 0.2;
    private static final String HELD_OUT = "held_out";

    /**
     * Deals the customers out.
     *
     * @throws TrainingFailedException when there are too few of those who left, or of those who stayed
     */
    public static Split of(CleanCustomers customers, long seed) {
        long stayed = customers.count() - customers.exited();
        requireEnough(Math.min(stayed, customers.exited()), customers.report());
        double share = Math.min(SHARE, (double) HELD_OUT_MAX / customers.count());
        long exits = Math.max(1, Math.round(share * customers.exited()));
        HoldOut holdOut = HoldOut.obstacleToTime(customers.report())
                .map(HoldOut::byId)
                .orElseGet(() -> HoldOut.from(timeOfExit(exits, customers)));
        Column isHeldOut = col(CustomerOrder.POSITION)
                .leq(when(col(TrainingColumns.EXITED).equalTo(1), lit(exits))
                        .otherwise(lit(Math.round(share * stayed))));
        Dataset<Row> dealt = CustomerOrder.cachedById(
                CustomerOrder.shuffledByOutcome(customers.rows(), seed, newestFirst(holdOut))
                        .withColumn(HELD_OUT, isHeldOut),
                customers.count());
        return new Split(
                part(dealt, col(HELD_OUT).equalTo(false)),
                part(dealt, col(HELD_OUT).equalTo(true)),
                holdOut);
    }

    /** Returns the time of the last exit but so many; at least that many exits have a known time. */
    private static Instant timeOfExit(long place, CleanCustomers customers) {
        return customers
                .rows()
                .filter(col(TrainingColumns.EXITED).equalTo(1))
                .select(TrainingColumns.OCCURRED_AT)
                .orderBy(col(TrainingColumns.OCCURRED_AT).desc_nulls_last())
                .offset((int) place - 1)
                .first()
                .getTimestamp(0)
                .toInstant();
    }

    /**
     * Sorts exits by their time. All customers who were still there when the first held-out exit occurred are equal: most of them
     * stay until now, and preferring these would hold out the ones without any news. least() ranks an unknown time as the latest.
     */
    private static Column[] newestFirst(HoldOut holdOut) {
        Instant exitsFrom = holdOut.exitsFrom();
        if (exitsFrom == null) {
            return new Column[0];
        }
        Column time = col(TrainingColumns.OCCURRED_AT);
        return new Column[] {
            when(col(TrainingColumns.EXITED).equalTo(1), time)
                    .otherwise(least(time, lit(exitsFrom)))
                    .desc_nulls_last()
        };
    }

    /** Without the time: a model must not see it. */
    private static Dataset<Row> part(Dataset<Row> dealt, Column which) {
        return dealt.filter(which).drop(HELD_OUT, CustomerOrder.POSITION, TrainingColumns.OCCURRED_AT);
    }

    private static void requireEnough(long fewest, DataReport customers) {
        if (fewest < PER_OUTCOME_MIN) {
            throw new TrainingFailedException(
                    ("Only %d customers have one of the two outcomes%s: a model needs at least %d who left and as many "
                                    + "who stayed.%s")
                            .formatted(fewest, customers.leftOut(), PER_OUTCOME_MIN, customers.advice()));
        }
    }
}
