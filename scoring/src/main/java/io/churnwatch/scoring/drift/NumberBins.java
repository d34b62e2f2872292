package io.churnwatch.scoring.drift;

import io.churnwatch.feed.AttributeValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bins of a number: missing; below the smallest value of the training; the smallest itself; then up to and with each further
 * edge; above the largest. A value that many share, such as a balance of 0, becomes an edge and so has a bin to itself.
 *
 * @param edges rising; the first is the smallest value seen, the last the largest; empty when no value was known
 */
public record NumberBins(List<Double> edges) implements Bins {
    /** Equal parts that the training's values are divided into. */
    public static final int PARTS = 20;

    private static final int BELOW = 1;
    private static final int SMALLEST = 2;

    public NumberBins {
        edges = List.copyOf(edges);
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException("Edges must rise: " + edges);
            }
        }
    }

    /** The shares of the values below each edge: 0, 0.05, … 1. */
    public static double[] shares() {
        double[] shares = new double[PARTS + 1];
        Arrays.setAll(shares, part -> (double) part / PARTS);
        return shares;
    }

    /** Bins by the quantiles for {@link #shares()}; equal ones become one edge. */
    public static NumberBins ofQuantiles(double[] quantiles) {
        return new NumberBins(
                Arrays.stream(quantiles).sorted().distinct().boxed().toList());
    }

    /** Bins of equally many of these values, as far as they differ. */
    public static NumberBins ofValues(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? new NumberBins(List.of())
                : ofQuantiles(Arrays.stream(shares())
                        .map(share -> sorted[(int) Math.round(share * (sorted.length - 1))])
                        .toArray());
    }

    @Override
    public int size() {
        return edges.size() + 3;
    }

    /** A text is no number, and counts as missing. */
    @Override
    public int binOf(@Nullable AttributeValue value) {
        Double number = value == null ? null : value.number();
        return number == null ? MISSING : binOf((double) number);
    }

    /** The bin of a number. */
    public int binOf(double number) {
        return edges.isEmpty() || number < edges.get(0) ? BELOW : SMALLEST + edgesBelow(number);
    }

    @Override
    public boolean isUnseen(int bin) {
        return bin == BELOW || bin == size() - 1;
    }

    private int edgesBelow(double number) {
        int found = Collections.binarySearch(edges, number + 0.0); // -0.0 is 0
        return found >= 0 ? found : -found - 1;
    }
}
