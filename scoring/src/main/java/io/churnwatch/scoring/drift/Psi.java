package io.churnwatch.scoring.drift;

import java.util.stream.IntStream;

/**
 * The population stability index of two histograms over the same bins: the sum of (q − p) · ln(q / p) over the shares p and q,
 * which is Jeffreys' divergence (Kullback and Leibler, 1951). At least 0, 0 for equal shares, the same both ways.
 *
 * <p>By the usual rule of credit scoring (Siddiqi, Credit Risk Scorecards, 2006), 0.1 is worth a look and 0.25 is another
 * population. Without any change it is about (bins − 1) · (1/m + 1/n) for m and n rows (Yurdakul, Statistical Properties of
 * Population Stability Index, 2018), so that few rows look like drift: it is to be read with a test.
 */
public final class Psi {
    /** Added to every count, as by Krichevsky and Trofimov (1981): a share of 0 would have no logarithm. */
    private static final double SMOOTHING = 0.5;

    /**
     * The index.
     *
     * @throws IllegalArgumentException when the two have different numbers of bins
     */
    public static double of(long[] expected, long[] actual) {
        Histograms.requireSameBins(expected, actual);
        double expectedRows = smoothedRows(expected);
        double actualRows = smoothedRows(actual);
        double index = IntStream.range(0, expected.length)
                .mapToDouble(
                        bin -> term((expected[bin] + SMOOTHING) / expectedRows, (actual[bin] + SMOOTHING) / actualRows))
                .sum();
        return Math.max(0, index); // rounding
    }

    private static double term(double expected, double actual) {
        return (actual - expected) * Math.log(actual / expected);
    }

    private static double smoothedRows(long[] counts) {
        return Histograms.rows(counts) + SMOOTHING * counts.length;
    }

    private Psi() {}
}
