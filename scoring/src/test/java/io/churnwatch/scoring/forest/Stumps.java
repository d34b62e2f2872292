package io.churnwatch.scoring.forest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small trees that ask about one column. */
public final class Stumps {
    /** Values of a column up to the threshold have 0.2 (30 records), those above 0.8 (10 records), missing ones nothing. */
    public static FlatForest on(int column, double threshold) {
        return new FlatForest(
                List.of(new SplitTest(column, ValueSet.upTo(threshold), SplitTest.Missing.ELSEWHERE)),
                new int[] {2},
                new int[] {FlatForest.LEAF, FlatForest.LEAF, 0},
                new double[] {0.2, 0.8, Double.NaN},
                new int[] {0, 0, 0},
                new int[] {0, 0, 1},
                new int[] {FlatForest.NOWHERE, FlatForest.NOWHERE, FlatForest.NOWHERE},
                new double[] {30, 10, 40},
                true);
    }

    /**
     * One balanced tree on column 0 with a leaf of its own for each whole number below {@code thresholds}.
     *
     * @param thresholds a power of two less one
     */
    public static FlatForest balanced(int thresholds) {
        List<SplitTest> tests = IntStream.range(0, thresholds)
                .mapToObj(threshold -> new SplitTest(0, ValueSet.upTo(threshold), SplitTest.Missing.LEFT))
                .toList();
        int nodes = 2 * thresholds + 1; // as a heap: the children of node i are 2i + 1 and 2i + 2
        int[] test = new int[nodes];
        double[] value = new double[nodes];
        int[] left = new int[nodes];
        int[] right = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            int depth = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(node + 1);
            int place = node + 1 - (1 << depth); // from the left
            boolean leaf = node >= thresholds;
            test[node] = leaf ? FlatForest.LEAF : (2 * place + 1) * ((thresholds + 1) >> (depth + 1)) - 1;
            value[node] = leaf ? place / (thresholds + 1.0) : Double.NaN;
            left[node] = leaf ? 0 : 2 * node + 1;
            right[node] = leaf ? 0 : 2 * node + 2;
        }
        int[] elsewhere = new int[nodes];
        Arrays.fill(elsewhere, FlatForest.NOWHERE);
        return new FlatForest(tests, new int[1], test, value, left, right, elsewhere, new double[nodes], true);
    }

    private Stumps() {}
}
