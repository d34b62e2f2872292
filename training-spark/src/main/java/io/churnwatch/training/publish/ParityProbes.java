package io.churnwatch.training.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import io.churnwatch.training.data.Split;
import io.churnwatch.training.data.TrainingColumns;
import io.churnwatch.training.train.FittedModel;
import io.churnwatch.training.train.Threshold;
import io.churnwatch.training.train.Witness;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows on which engines could disagree: the customers (of many, some), and real customers moved onto and just beside every
 * threshold of every tree, with an unknown value per field and with categories that no customer has.
 *
 * @param rows features, and what each row is in {@link #PROBE}
 * @param thresholds how many different thresholds the rows try
 */
public record ParityProbes(Dataset<Row> rows, long thresholds) {
    /** The column that describes a row. */
    public static final String PROBE = "probe";

    private static final String UNSEEN = "Atlantis";
    private static final int CUSTOMERS_TO_COMPARE = 50_000;
    private static final int CUSTOMERS_TO_MOVE = 10_000;
    private static final int CUSTOMERS_PER_FIELD = 20;
    private static final int ROWS_PER_TASK = 3_000;

    public static ParityProbes of(FittedModel fitted, Split split) {
        Dataset<Row> customers = described(split.training(), "training")
                .union(described(split.heldOut(), "held-out"))
                .limit(CUSTOMERS_TO_COMPARE);
        Dataset<Row> movable = customers.limit(CUSTOMERS_TO_MOVE).cache();
        List<Witness> witnesses = fitted.witnesses(movable);
        List<Row> moved = new Moves(movable).all(witnesses);
        return new ParityProbes(
                customers.union(distributed(moved, customers)),
                witnesses.stream().map(Witness::threshold).distinct().count());
    }

    private static Dataset<Row> distributed(List<Row> moved, Dataset<Row> customers) {
        SparkSession spark = customers.sparkSession();
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(moved, 1 + moved.size() / ROWS_PER_TASK);
        return spark.createDataFrame(rows, customers.schema());
    }

    private static Dataset<Row> described(Dataset<Row> customers, String kind) {
        return customers
                .withColumn(PROBE, concat(lit(kind + " customer "), col(TrainingColumns.CUSTOMER_ID)))
                .drop(TrainingColumns.CUSTOMER_ID, TrainingColumns.EXITED);
    }

    /** Real customers with one field changed. */
    private static final class Moves {
        private final StructType schema;
        private final List<Row> customers;
        private final List<Row> moved = new ArrayList<>();

        Moves(Dataset<Row> customers) {
            this.schema = customers.schema();
            this.customers = customers.collectAsList();
        }

        List<Row> all(List<Witness> witnesses) {
            witnesses.forEach(this::moveAround);
            TrainingColumns.features().forEach(field -> moveSome(field, null));
            TrainingColumns.categories().forEach(field -> moveSome(field, UNSEEN));
            return moved;
        }

        private void moveAround(Witness witness) {
            Threshold threshold = witness.threshold();
            Row customer = customers.get(witness.customer());
            move(customer, threshold.field(), Math.nextDown(threshold.value()));
            move(customer, threshold.field(), threshold.value());
            move(customer, threshold.field(), Math.nextUp(threshold.value()));
        }

        private void moveSome(String field, @Nullable Object value) {
            customers.stream().limit(CUSTOMERS_PER_FIELD).forEach(customer -> move(customer, field, value));
        }

        private void move(Row customer, String field, @Nullable Object value) {
            @Nullable Object[] values = new Object[schema.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = customer.get(i);
            }
            values[schema.fieldIndex(field)] = value;
            values[schema.fieldIndex(PROBE)] =
                    "%s, with %s %s".formatted(customer.<String>getAs(PROBE), field, value == null ? "unknown" : value);
            moved.add(RowFactory.create(values));
        }
    }
}
