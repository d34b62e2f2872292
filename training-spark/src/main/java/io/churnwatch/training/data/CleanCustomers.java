package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.churnwatch.training.support.TrainingFailedException;
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
 * The customers that a training learns from, cached.
 *
 * @param rows the columns of {@link TrainingColumns}, one row per customer, with the time of its outcome where it is known
 * @param report counts of the customers, and of the rows that were left out
 */
public record CleanCustomers(Dataset<Row> rows, DataReport report) {
    private static final int EXAMPLES = 5;
    private static final double COUNTING_ERROR = 0.01;

    /** Returns the customers with any outcome. */
    public static CleanCustomers of(Dataset<Row> raw, String source) {
        return of(raw, source, OutcomePeriod.ANY);
    }

    /**
     * Leaves out what the feed would reject, and whose outcome is not of the period.
     *
     * @throws TrainingFailedException when nothing is left to learn from, or a customer is there twice
     */
    public static CleanCustomers of(Dataset<Row> raw, String source, OutcomePeriod period) {
        Dataset<Row> checked = raw.map(new CleanCustomer(period), Encoders.row(CleanCustomer.schema()))
                .cache();
        Dataset<Row> clean = checked.filter(col(CleanCustomer.PROBLEM).isNull()).drop(CleanCustomer.PROBLEM);
        CleanCustomers customers = new CleanCustomers(clean, report(checked, categories(clean), period));
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
    private static DataReport report(Dataset<Row> checked, SortedMap<String, Long> categories, OutcomePeriod period) {
        CustomerTally tally = new CustomerTally();
        checked.groupBy(CleanCustomer.PROBLEM, TrainingColumns.EXITED)
                .agg(functions.count(lit(1)).as(CustomerTally.ROWS), CustomerTally.aggregates())
                .collectAsList()
                .forEach(tally::add);
        return tally.report(categories, period);
    }

    private static SortedMap<String, Long> categories(Dataset<Row> clean) {
        List<String> names = TrainingColumns.categories();
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

    private void requireBothClasses(String source) {
        if (count() == 0) {
            throw new TrainingFailedException(source + " has no customer to learn from" + report.leftOut()
                    + ". Import customers first: ./churnwatch up --customers FILE.csv." + report.advice());
        }
        if (exited() == 0 || exited() == count()) {
            throw new TrainingFailedException(("All %d customers of %s %s%s: a model needs examples of both. "
                            + "Set exited for those who left, and keep those who stayed.%s")
                    .formatted(
                            count(),
                            source,
                            exited() == 0 ? "have stayed" : "have left",
                            report.leftOut(),
                            report.advice()));
        }
    }

    private void requireDistinct(String source) {
        List<Row> repeated = rows.groupBy(TrainingColumns.CUSTOMER_ID)
                .count()
                .filter(col("count").gt(1))
                .orderBy(TrainingColumns.CUSTOMER_ID)
                .limit(EXAMPLES)
                .collectAsList();
        if (!repeated.isEmpty()) {
            String ids = repeated.stream().map(row -> "" + row.getLong(0)).collect(Collectors.joining(", "));
            throw new TrainingFailedException(
                    "%s holds some customers more than once, for example customer_id %s. Keep one row of each."
                            .formatted(source, ids));
        }
    }
}
