package io.churnwatch.scoring.drift;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the values of a field were distributed at training.
 *
 * @param field a feature as the model names it, or {@link #SCORE}
 * @param counts rows of the training in each bin
 */
public record FieldBaseline(String field, Bins bins, List<Long> counts) implements Serializable {
    /** The pseudo-field for the model's score; its rows are the held-out ones. */
    public static final String SCORE = "churn_probability";

    public FieldBaseline {
        counts = List.copyOf(counts);
        if (counts.size() != bins.size()) {
            throw new IllegalArgumentException(
                    field + " has " + counts.size() + " counts for " + bins.size() + " bins");
        }
    }

    long[] histogram() {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }

    double missingRate(long[] histogram) {
        return share(histogram[Bins.MISSING], histogram);
    }

    double unseenRate(long[] histogram) {
        long unseen = IntStream.range(0, histogram.length)
                .filter(bins::isUnseen)
                .mapToLong(bin -> histogram[bin])
                .sum();
        return share(unseen, histogram);
    }

    private static double share(long part, long[] histogram) {
        long rows = Histograms.rows(histogram);
        return rows == 0 ? 0 : (double) part / rows;
    }
}
