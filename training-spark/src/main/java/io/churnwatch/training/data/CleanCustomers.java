package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.churnwatch.training.TrainingFailedException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The customers that a training can learn from, cached.
 *
 * @param rows the columns of {@link CustomerColumns}, one row per customer
 * @param report what was found in them, and what was left out
 */
public record CleanCustomers(Dataset<Row> rows, DataReport report) {
    private static final int EXAMPLES = 5;
    private static final double COUNTING_ERROR = 0.01;

    /**
     * Leaves out what the feed would reject.
     *
     * @throws TrainingFailedException when nothing is left to learn from, or a customer is there twice
     */
    public static CleanCustomers of(Dataset<Row> raw, String source) {
        Dataset<Row> checked = raw.map(new CleanCustomer(), Encoders.row(CleanCustomer.schema()))
                .cache();
        Dataset<Row> clean = checked.filter(col(CleanCustomer.PROBLEM).isNull()).drop(CleanCustomer.PROBLEM);
        CleanCustomers customers = new CleanCustomers(clean, report(checked, categories(clean)));
        customers.requireBothClasses(source);
        customers.requireDistinct(source);
        return customers;
    }

    public long count() {
        return report.kept();
    }

    public long exited() {
        return report.exited();
    }

    /** Counts in one pass: a group for each problem, and one for each outcome. */
    private static DataReport report(Dataset<Row> checked, SortedMap<String, Long> categories) {
        Tally tally = new Tally();
        List<String> features = CustomerColumns.features();
        Column[] known =
                features.stream().map(name -> functions.count(col(name))).toArray(Column[]::new);
        checked.groupBy(CleanCustomer.PROBLEM, CustomerColumns.EXITED)
                .agg(functions.count(lit(1)), known)
                .collectAsList()
                .forEach(group -> tally.add(group, features));
        return tally.report(categories);
    }

    private static SortedMap<String, Long> categories(Dataset<Row> clean) {
        List<String> names = CustomerColumns.categories();
        Column[] values = names.stream()
                .map(name -> approx_count_distinct(col(name), COUNTING_ERROR))
                .toArray(Column[]::new);
        Row counts = clean.select(values).first();
        SortedMap<String, Long> categories = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            categories.put(names.get(i), counts.getLong(i));
        }
        return categories;
    }

    private static final class Tally {
        private final SortedMap<String, Long> dropped = new TreeMap<>();
        private final SortedMap<String, Long> unknown = new TreeMap<>();
        private long kept;
        private long exited;

        /** Takes a problem, an outcome, the number of rows and that of known values of each feature. */
        void add(Row group, List<String> features) {
            long rows = group.getLong(2);
            if (!group.isNullAt(0)) {
                dropped.merge(group.getString(0), rows, Long::sum);
                return;
            }
            kept += rows;
            exited += group.getDouble(1) == 1 ? rows : 0;
            for (int i = 0; i < features.size(); i++) {
                unknown.merge(features.get(i), rows - group.getLong(3 + i), Long::sum);
            }
        }

        DataReport report(SortedMap<String, Long> categories) {
            unknown.values().removeIf(rows -> rows == 0);
            long left = dropped.values().stream().mapToLong(Long::longValue).sum();
            return new DataReport(kept + left, kept, exited, dropped, unknown, categories);
        }
    }

    private void requireBothClasses(String source) {
        if (count() == 0) {
            throw new TrainingFailedException(source + " has no customer to learn from"
                    + (report.dropped().isEmpty() ? "" : " (left out " + report.reasons() + ")")
                    + ". Import customers first: ./churnwatch up --customers FILE.csv.");
        }
        if (exited() == 0 || exited() == count()) {
            throw new TrainingFailedException(("All %d customers of %s %s: a model needs examples of both. "
                            + "Set exited for those who left, and keep those who stayed.")
                    .formatted(count(), source, exited() == 0 ? "have stayed" : "have left"));
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
