package io.churnwatch.scoring.drift;

import io.churnwatch.feed.AttributeValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bins of a category: missing; one for each value; all others.
 *
 * @param values those of the training, or the most frequent ones of them; the others count as unseen in the baseline as well
 */
public record CategoryBins(List<String> values) implements Bins {
    /** The most values that have a bin of their own. */
    public static final int VALUES_MAX = 50;

    public CategoryBins {
        values = List.copyOf(values);
    }

    /** Bins for the most frequent values, in alphabetical order. */
    public static CategoryBins ofCounts(Map<String, Long> counts) {
        return new CategoryBins(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(VALUES_MAX)
                .map(Map.Entry::getKey)
                .sorted()
                .toList());
    }

    @Override
    public int size() {
        return values.size() + 2;
    }

    @Override
    public int binOf(@Nullable AttributeValue value) {
        if (value == null) {
            return MISSING;
        }
        int place = values.indexOf(value.asText());
        return place < 0 ? values.size() + 1 : place + 1;
    }

    @Override
    public boolean isUnseen(int bin) {
        return bin == values.size() + 1;
    }
}
