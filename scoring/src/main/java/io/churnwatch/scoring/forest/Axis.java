package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * The bounds of one column, and the rank of a value among them. A grid over their range narrows the search to a few bounds: the cell
 * rises with the value, so every bound in a lower cell is below the value, and every bound in a higher cell above. Immutable and
 * thread-safe.
 */
final class Axis {
    private static final int CELLS_PER_BOUND = 4;
    private static final int CELLS_MAX = 1 << 13;

    private final double[] bounds; // ascending, then infinities as padding for the search
    private final int size;
    private final int step; // the first step of a search in the fullest cell
    private final int[] first; // by cell: how many bounds are in lower cells; one more at the end
    private final double low;
    private final double scale;

    Axis(double[] bounds) {
        this.size = bounds.length;
        int cells = Math.min(CELLS_MAX, Math.max(1, CELLS_PER_BOUND * bounds.length));
        double lowest = bounds.length == 0 ? 0 : Math.max(bounds[0], -Double.MAX_VALUE / 4);
        double highest = bounds.length == 0 ? 0 : Math.min(bounds[bounds.length - 1], Double.MAX_VALUE / 4);
        this.low = lowest;
        this.scale = highest > lowest ? cells / (highest - lowest) : 0;
        this.first = new int[cells + 1];
        for (double bound : bounds) {
            first[cell(bound) + 1]++;
        }
        this.step = Integer.highestOneBit(Arrays.stream(first).max().orElse(0));
        for (int cell = 0; cell < cells; cell++) {
            first[cell + 1] += first[cell];
        }
        this.bounds = Arrays.copyOf(bounds, size + 2 * step);
        Arrays.fill(this.bounds, size, this.bounds.length, Double.POSITIVE_INFINITY);
    }

    int bounds() {
        return size;
    }

    double bound(int k) {
        return bounds[k];
    }

    /**
     * The number of bounds below the value, by a binary search in one cell. The search takes the same number of steps in every cell and
     * never branches. It may read into higher cells, whose bounds are not below the value.
     */
    int rank(double value) {
        int at = first[cell(value)];
        for (int s = step; s > 0; s >>>= 1) {
            at = bounds[at + s - 1] < value ? at + s : at;
        }
        return at;
    }

    /** Rises with the value: rounding never swaps two numbers. */
    private int cell(double value) {
        int cell = (int) ((value - low) * scale);
        return Math.max(0, Math.min(cell, first.length - 2));
    }
}
