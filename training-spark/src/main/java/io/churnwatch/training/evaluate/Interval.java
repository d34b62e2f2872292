package io.churnwatch.training.evaluate;

import java.util.Arrays;

/** Between these, a value lies with 95 % confidence. */
public record Interval(double low, double high) {
    private static final double TAIL = 0.025;

    /** A standard normal variable lies within this with 95 %. */
    private static final double Z = 1.959963984540054;

    /** Around a value with a normal error. */
    public static Interval around(double value, double standardError) {
        return new Interval(value - Z * standardError, value + Z * standardError);
    }

    /** Between the percentiles of what resamples gave. */
    static Interval ofResamples(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        return new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
