package io.churnwatch.scoring.drift;

import java.util.Arrays;

/** Shared by the two distance measures. */
final class Histograms {
    static long rows(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    static void requireSameBins(long[] first, long[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Not the same bins: " + first.length + " and " + second.length);
        }
    }

    private Histograms() {}
}
