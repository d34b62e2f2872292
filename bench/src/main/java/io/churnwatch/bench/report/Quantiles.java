package io.churnwatch.bench.report;

/** Nearest-rank quantiles: always a value that was measured. */
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

    private Quantiles() {}
}
