package io.churnwatch.training.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import io.churnwatch.training.data.CustomerColumns;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.train.FittedForest;
import io.churnwatch.training.train.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows on which engines could disagree: every customer, and real customers moved to both sides of every split threshold,
 * with an unknown value per field and with categories that nobody has seen.
 *
 * @param rows features, and what each row is in {@link #PROBE}
 * @param thresholds how many thresholds the rows try
 */
public record ParityProbes(Dataset<Row> rows, long thresholds) {
    /** The column that says what a row is. */
    public static final String PROBE = "probe";

    private static final String UNSEEN = "Atlantis";
    private static final int CUSTOMERS_PER_CHANGE = 5;
    private static final int CUSTOMERS_TO_CHANGE = 500;

    public static ParityProbes of(FittedForest fitted, Split split) {
        Set<Threshold> thresholds = fitted.thresholds();
        Dataset<Row> heldOut = described(split.heldOut(), "held-out");
        Dataset<Row> changed =
                heldOut.sparkSession().createDataFrame(new Changes(heldOut).all(thresholds), heldOut.schema());
        return new ParityProbes(
                heldOut.union(described(split.training(), "training")).union(changed), thresholds.size());
    }

    private static Dataset<Row> described(Dataset<Row> customers, String kind) {
        return customers
                .withColumn(PROBE, concat(lit(kind + " customer "), col(CustomerColumns.CUSTOMER_ID)))
                .drop(CustomerColumns.CUSTOMER_ID, CustomerColumns.EXITED);
    }

    /** Real customers, taken in turn, with one field changed. */
    private static final class Changes {
        private final StructType schema;
        private final List<Row> customers;
        private final List<Row> changed = new ArrayList<>();
        private int next;

        Changes(Dataset<Row> customers) {
            this.schema = customers.schema();
            this.customers = customers.limit(CUSTOMERS_TO_CHANGE).collectAsList();
        }

        List<Row> all(Set<Threshold> thresholds) {
            for (Threshold threshold : thresholds) {
                change(threshold.field(), Math.nextDown(threshold.value()));
                change(threshold.field(), threshold.value());
                change(threshold.field(), Math.nextUp(threshold.value()));
            }
            CustomerColumns.features().forEach(field -> change(field, null));
            CustomerColumns.categories().forEach(field -> change(field, UNSEEN));
            return changed;
        }

        private void change(String field, @Nullable Object value) {
            for (int i = 0; i < CUSTOMERS_PER_CHANGE; i++) {
                changed.add(changed(customers.get(next++ % customers.size()), field, value));
            }
        }

        private Row changed(Row customer, String field, @Nullable Object value) {
            @Nullable Object[] values = new Object[schema.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = customer.get(i);
            }
            values[schema.fieldIndex(field)] = value;
            values[schema.fieldIndex(PROBE)] =
                    "%s, with %s %s".formatted(customer.<String>getAs(PROBE), field, value == null ? "unknown" : value);
            return RowFactory.create(values);
        }
    }
}
