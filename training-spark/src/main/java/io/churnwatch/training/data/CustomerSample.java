package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes some customers in place of all, where more would take longer without another result. */
public final class CustomerSample {
    private static final long PARTS = 1_000_000;

    /**
     * Returns all customers, or about as many as the limit, chosen by their ids and the seed alone.
     *
     * @param count how many customers there are
     */
    public static Dataset<Row> of(Dataset<Row> customers, long count, long limit, long seed) {
        return count <= limit ? customers : share(customers, (double) limit / count, seed);
    }

    /** Returns about this share of the customers. */
    public static Dataset<Row> share(Dataset<Row> customers, double share, long seed) {
        return customers.filter(pmod(xxhash64(col(TrainingColumns.CUSTOMER_ID), lit(seed), lit("sample")), lit(PARTS))
                .lt(Math.round(share * PARTS)));
    }

    private CustomerSample() {}
}
