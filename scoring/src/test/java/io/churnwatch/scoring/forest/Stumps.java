package io.churnwatch.scoring.forest;

import java.util.List;

/** The smallest trees that ask something. */
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

    private Stumps() {}
}
