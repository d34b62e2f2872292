package io.churnwatch.bench.report;

import java.util.stream.DoubleStream;

/** Nearest-rank quantiles, always a value that was measured; and the median of a few runs. */
public final class Quantiles {
    /**
     * The smallest value that the share of all does not exceed; NaN of none.
     *
     * @param share from 0 to 1
     */
    public static double of(double[] ascending, double share) {
        int rank = (int) Math.ceil(share * ascending.length);
        return ascending.length == 0 ? Double.NaN : ascending[Math.max(1, rank) - 1];
    }

    /** The value in the middle, or between the two that are there; NaN of none. */
    public static double median(DoubleStream values) {
        double[] ascending = values.sorted().toArray();
        if (ascending.length == 0) {
            return Double.NaN;
        }
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }

    private Quantiles() {}
}
