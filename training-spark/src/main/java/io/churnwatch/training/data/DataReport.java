package io.churnwatch.training.data;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the customers that a training read.
 *
 * @param read how many rows there were
 * @param kept how many of them it can learn from
 * @param exited how many of those have left
 * @param dropped how many rows were left out, by problem
 * @param unknown how many of the customers kept lack a value, by feature; features that all of them have are not named
 * @param categories about how many different values each category has
 * @param exitTimes what is known of when those who left did so
 * @param since the day from which on outcomes count; null when all do
 */
public record DataReport(
        long read,
        long kept,
        long exited,
        SortedMap<String, Long> dropped,
        SortedMap<String, Long> unknown,
        SortedMap<String, Long> categories,
        ExitTimes exitTimes,
        @Nullable LocalDate since) {
    public DataReport {
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
        unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
        categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
    }

    public String summary() {
        String customers = "%d customers, %d of them left".formatted(kept, exited);
        String period = since == null ? "" : ", with outcomes since " + since;
        return customers + period + (dropped.isEmpty() ? "" : "; left out " + reasons());
    }

    /** Returns how many customers have a feature. */
    public long known(String feature) {
        return kept - unknown.getOrDefault(feature, 0L);
    }

    /** Returns the rows that were left out, in brackets; empty if there are none. */
    String leftOut() {
        return dropped.isEmpty() ? "" : " (left out " + reasons() + ")";
    }

    /** Returns advice for too few customers; empty if the period is not the cause. */
    String advice() {
        return since == null
                ? ""
                : (" With --since %s only outcomes from that day on count: give an earlier one, or record when customers"
                                + " left, by './churnwatch outcomes import FILE.csv' or a column %s of the file.")
                        .formatted(since, TrainingColumns.OCCURRED_AT);
    }

    private String reasons() {
        return dropped.entrySet().stream()
                .map(problem -> counted(problem) + " with " + problem.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String counted(Map.Entry<String, Long> problem) {
        return problem.getValue() + (problem.getValue() == 1 ? " row" : " rows");
    }
}
