package io.churnwatch.scoring.shap;

import java.util.Arrays;

/**
 * Arrays of one value per row. As they are made at once, and each is a whole number of cache lines, they lie alike on the lines: a vector
 * instruction's load from any of them then takes one line, where it would take two of most of them.
 */
final class RowArrays {
    /** Two more, for an array's header, are 32 cache lines. */
    static final int ROWS = 254;

    private final double[][] all;
    private int next;

    RowArrays(int count) {
        all = new double[count][ROWS];
    }

    double[] take() {
        return all[next++];
    }

    double[][] take(int count) {
        next += count;
        return Arrays.copyOfRange(all, next - count, next);
    }
}
