package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Adds up the counts of groups of customers, each with the same problem or the same outcome. */
final class CustomerTally {
    /** The number of rows of a group. */
    static final String ROWS = "rows";

    private static final String FIRST = "first_outcome";
    private static final String LAST = "last_outcome";

    private final SortedMap<String, Long> dropped = new TreeMap<>();
    private final SortedMap<String, Long> unknown = new TreeMap<>();
    private ExitTimes exitTimes = ExitTimes.NONE;
    private long kept;
    private long exited;

    /** Returns the counts of a group beside its rows: known values by column, and the first and last time. */
    static Column[] aggregates() {
        Stream<Column> known = Stream.concat(
                        TrainingColumns.features().stream(), Stream.of(TrainingColumns.OCCURRED_AT))
                .map(name -> count(col(name)).as(name));
        Stream<Column> times = Stream.of(
                min(TrainingColumns.OCCURRED_AT).as(FIRST),
                max(TrainingColumns.OCCURRED_AT).as(LAST));
        return Stream.concat(known, times).toArray(Column[]::new);
    }

    /** Adds a group. */
    void add(Row group) {
        long rows = group.<Long>getAs(ROWS);
        String problem = group.getAs(CleanCustomer.PROBLEM);
        if (problem != null) {
            dropped.merge(problem, rows, Long::sum);
            return;
        }
        kept += rows;
        TrainingColumns.features().forEach(name -> unknown.merge(name, rows - group.<Long>getAs(name), Long::sum));
        if (group.<Double>getAs(TrainingColumns.EXITED) == 1) {
            exited = rows;
            exitTimes = new ExitTimes(
                    group.<Long>getAs(TrainingColumns.OCCURRED_AT), instant(group, FIRST), instant(group, LAST));
        }
    }

    DataReport report(SortedMap<String, Long> categories, OutcomePeriod period) {
        unknown.values().removeIf(rows -> rows == 0);
        long left = dropped.values().stream().mapToLong(Long::longValue).sum();
        return new DataReport(kept + left, kept, exited, dropped, unknown, categories, exitTimes, period.since());
    }

    private static @Nullable Instant instant(Row group, String name) {
        Timestamp time = group.getAs(name);
        return time == null ? null : time.toInstant();
    }
}
