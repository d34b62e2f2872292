package io.churnwatch.bench.scoring.report;

import java.util.Arrays;

/**
 * What was measured of one contender on one forest, over the iterations of all rounds.
 *
 * @param nanos median time of an operation
 * @param nanosMin of the fastest iteration
 * @param nanosMax of the slowest iteration
 * @param bytes median allocation of an operation on the Java heap; NaN outside a JVM
 */
public record Figure(double nanos, double nanosMin, double nanosMax, double bytes) {
    /** An iteration that takes so many times another's time was disturbed. */
    private static final double SPREAD_MAX = 1.5;

    /**
     * The figure of some iterations.
     *
     * @param bytes empty outside a JVM
     */
    public static Figure of(double[] nanos, double[] bytes) {
        return new Figure(
                median(nanos),
                Arrays.stream(nanos).min().orElseThrow(),
                Arrays.stream(nanos).max().orElseThrow(),
                bytes.length == 0 ? Double.NaN : median(bytes));
    }

    /** How many times the fastest iteration the slowest one took: near 1 on a machine of its own. */
    double spread() {
        return nanosMax / nanosMin;
    }

    /** Whether its ratios say little, as something else was running or the compiler was not done. */
    boolean isUnsteady() {
        return spread() > SPREAD_MAX;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
