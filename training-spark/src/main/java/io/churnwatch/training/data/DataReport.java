package io.churnwatch.training.data;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a training found in the customers that it was given.
 *
 * @param read how many rows there were
 * @param kept how many of them it can learn from
 * @param exited how many of those have left
 * @param dropped how many rows were left out, by problem
 * @param unknown how many of the customers kept lack a value, by feature; features that all of them have are not named
 * @param categories about how many different values each category has
 */
public record DataReport(
        long read,
        long kept,
        long exited,
        SortedMap<String, Long> dropped,
        SortedMap<String, Long> unknown,
        SortedMap<String, Long> categories) {
    public DataReport {
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
        unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
        categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
    }

    public String summary() {
        String customers = "%d customers, %d of them left".formatted(kept, exited);
        return dropped.isEmpty() ? customers : customers + "; left out " + reasons();
    }

    /** Of how many customers a feature is known. */
    public long known(String feature) {
        return kept - unknown.getOrDefault(feature, 0L);
    }

    String reasons() {
        return dropped.entrySet().stream()
                .map(problem -> counted(problem) + " with " + problem.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String counted(Map.Entry<String, Long> problem) {
        return problem.getValue() + (problem.getValue() == 1 ? " row" : " rows");
    }
}
