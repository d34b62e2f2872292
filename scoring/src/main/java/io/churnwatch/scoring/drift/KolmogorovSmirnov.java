package io.churnwatch.scoring.drift;

/**
 * The two-sample test of Kolmogorov and Smirnov on histograms over the same ordered bins.
 *
 * <p>Values within a bin count as equal. With ties the test is conservative (Noether, Elements of Nonparametric
 * Statistics, 1967; Conover, 1972), so it holds for categories in any fixed order as well. The statistic is at most the share of
 * the largest bin below that of the values themselves.
 *
 * @param statistic the largest difference of the two distribution functions, in [0, 1]
 * @param pValue how likely one so large is when both samples are from one population, in [0, 1]; 1 when a sample is empty
 */
public record KolmogorovSmirnov(double statistic, double pValue) {
    private static final int TERMS_MAX = 100;
    private static final double NEGLIGIBLE = 1e-16;

    /** Below it the probability is 1 to more digits than matter, and the series is slow. */
    private static final double SURELY_ONE = 0.2;

    /**
     * Runs the test.
     *
     * @throws IllegalArgumentException when the two have different numbers of bins
     */
    public static KolmogorovSmirnov of(long[] first, long[] second) {
        Histograms.requireSameBins(first, second);
        double firstRows = Histograms.rows(first);
        double secondRows = Histograms.rows(second);
        if (firstRows == 0 || secondRows == 0) {
            return new KolmogorovSmirnov(0, 1);
        }
        double statistic = statistic(first, second, firstRows, secondRows);
        return new KolmogorovSmirnov(statistic, pValue(statistic, firstRows * secondRows / (firstRows + secondRows)));
    }

    private static double statistic(long[] first, long[] second, double firstRows, double secondRows) {
        long firstBelow = 0;
        long secondBelow = 0;
        double largest = 0;
        for (int bin = 0; bin < first.length; bin++) {
            firstBelow += first[bin];
            secondBelow += second[bin];
            largest = Math.max(largest, Math.abs(firstBelow / firstRows - secondBelow / secondRows));
        }
        return largest;
    }

    /** Kolmogorov's limit with the correction for small samples of Stephens (J. R. Stat. Soc. B 32, 1970). */
    private static double pValue(double statistic, double effectiveRows) {
        double root = Math.sqrt(effectiveRows);
        double lambda = statistic * (root + 0.12 + 0.11 / root);
        return lambda < SURELY_ONE ? 1 : Math.max(0, Math.min(1, tail(lambda)));
    }

    /** 2 Σ (−1)^(k−1) exp(−2 k² λ²). */
    private static double tail(double lambda) {
        double sum = 0;
        double sign = 2;
        for (int k = 1; k <= TERMS_MAX; k++) {
            double term = Math.exp(-2.0 * k * k * lambda * lambda);
            sum += sign * term;
            if (term < NEGLIGIBLE) {
                break;
            }
            sign = -sign;
        }
        return sum;
    }
}
