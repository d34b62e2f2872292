package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;

import io.churnwatch.training.TrainingFailedException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The customers that a training can learn from, cached.
 *
 * @param rows the columns of {@link CustomerColumns}, one row per customer
 * @param count how many
 * @param exited how many of them have left
 * @param dropped how many rows were left out, by problem
 */
public record CleanCustomers(Dataset<Row> rows, long count, long exited, Map<String, Long> dropped) {
    private static final int EXAMPLES = 5;

    public CleanCustomers {
        dropped = Map.copyOf(dropped);
    }

    /**
     * Leaves out what the feed would reject.
     *
     * @throws TrainingFailedException when nothing is left to learn from, or a customer is there twice
     */
    public static CleanCustomers of(Dataset<Row> raw, String source) {
        Dataset<Row> checked = raw.map(new CleanCustomer(), Encoders.row(CleanCustomer.schema()))
                .cache();
        CleanCustomers customers = counted(checked);
        customers.requireBothClasses(source);
        customers.requireDistinct(source);
        return customers;
    }

    public String summary() {
        String kept = "%d customers, %d of them left".formatted(count, exited);
        if (dropped.isEmpty()) {
            return kept;
        }
        return kept + "; left out " + reasons();
    }

    private String reasons() {
        return new TreeMap<>(dropped)
                .entrySet().stream()
                        .map(problem -> problem.getValue() + " rows with " + problem.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static CleanCustomers counted(Dataset<Row> checked) {
        long stayed = 0;
        long exited = 0;
        Map<String, Long> dropped = new TreeMap<>();
        for (Row group : checked.groupBy(CleanCustomer.PROBLEM, CustomerColumns.EXITED)
                .count()
                .collectAsList()) {
            long rows = group.getLong(2);
            if (!group.isNullAt(0)) {
                dropped.merge(group.getString(0), rows, Long::sum);
            } else if (group.getDouble(1) == 1) {
                exited += rows;
            } else {
                stayed += rows;
            }
        }
        Dataset<Row> clean = checked.filter(col(CleanCustomer.PROBLEM).isNull()).drop(CleanCustomer.PROBLEM);
        return new CleanCustomers(clean, stayed + exited, exited, dropped);
    }

    private void requireBothClasses(String source) {
        if (count == 0) {
            throw new TrainingFailedException(source + " has no customer to learn from"
                    + (dropped.isEmpty() ? "" : " (left out " + reasons() + ")")
                    + ". Import customers first: ./churnwatch up --customers FILE.csv.");
        }
        if (exited == 0 || exited == count) {
            throw new TrainingFailedException(("All %d customers of %s %s: a model needs examples of both. "
                            + "Set exited for those who left, and keep those who stayed.")
                    .formatted(count, source, exited == 0 ? "have stayed" : "have left"));
        }
    }

    private void requireDistinct(String source) {
        List<Row> repeated = rows.groupBy(CustomerColumns.CUSTOMER_ID)
                .count()
                .filter(col("count").gt(1))
                .orderBy(CustomerColumns.CUSTOMER_ID)
                .limit(EXAMPLES)
                .collectAsList();
        if (!repeated.isEmpty()) {
            String ids = repeated.stream().map(row -> "" + row.getInt(0)).collect(Collectors.joining(", "));
            throw new TrainingFailedException(
                    "%s holds some customers more than once, for example customer_id %s. Keep one row of each."
                            .formatted(source, ids));
        }
    }
}
