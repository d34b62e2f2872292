package io.churnwatch.scoring;

import io.churnwatch.risk.RiskBand;

/** The bins of the risk distribution: {@value #COUNT} of equal width, by number from 0. A bin holds its lower edge; the last holds 1 too. */
public final class RiskBins {
    public static final int COUNT = 20;

    /** The bin of a probability; PostgreSQL's {@code width_bucket(probability, 0, 1, 20) - 1} is the same below 1. */
    public static int of(double probability) {
        return Math.min((int) (probability * COUNT), COUNT - 1);
    }

    /** Lowest probability of a bin. */
    public static double from(int bin) {
        return (double) bin / COUNT;
    }

    /** Lowest probability above a bin. */
    public static double to(int bin) {
        return from(bin + 1);
    }

    /** Whether every bin lies in one band, so that counts by bin are counts by band. */
    public static boolean divide(RiskBands bands) {
        return isEdge(bands.medium()) && isEdge(bands.high()) && isEdge(bands.critical());
    }

    /** The band of everything in a bin, where bins {@link #divide} the bands. */
    public static RiskBand bandOf(int bin, RiskBands bands) {
        return bands.bandOf(from(bin));
    }

    /** Rounding may lift the number just below an edge over it, as at 0.45. */
    private static boolean isEdge(double cut) {
        return from(of(cut)) == cut && of(Math.nextDown(cut)) < of(cut);
    }

    private RiskBins() {}
}
