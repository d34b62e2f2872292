package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Divides customers into folds of one size, with the same share of those who left in each. */
public final class Folds {
    private static final String FOLD = "fold";
    private static final HoldOut EACH_ONCE = HoldOut.byId("each customer in one of the folds");

    /** Returns a split for each fold, which it holds out. Like {@link Split}, it depends on ids and seed alone. */
    public static List<Split> of(Dataset<Row> customers, int folds, long seed) {
        Dataset<Row> dealt = CustomerOrder.shuffledByOutcome(customers, seed)
                .withColumn(FOLD, pmod(col(CustomerOrder.POSITION), lit(folds)))
                .drop(CustomerOrder.POSITION);
        Dataset<Row> cached = CustomerOrder.cachedById(dealt, customers.count());
        return IntStream.range(0, folds)
                .mapToObj(fold -> new Split(
                        cached.filter(col(FOLD).notEqual(fold)).drop(FOLD),
                        cached.filter(col(FOLD).equalTo(fold)).drop(FOLD),
                        EACH_ONCE))
                .toList();
    }

    private Folds() {}
}
