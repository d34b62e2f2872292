package io.churnwatch.scoring.forest;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * The distinct tests of a whole forest. Trees are grown on binned data, so tens of thousands of nodes share one or two
 * hundred tests; a row is compared with each of them once, instead of at every node.
 *
 * <p>A row's rank on a number is how many of the field's thresholds lie below it, on a category its code. Test k of a number
 * fails exactly when the rank is above k. Immutable and thread-safe.
 */
final class SplitTests {
    private final double[][] thresholds; // by field, ascending; empty for a category
    private final long[][][] sets; // by field, distinct; empty for a number
    private final int[] firstTest; // by field; one more at the end
    private final int[] categories; // by field: number of codes, the last of which stands for any other category

    SplitTests(FlatForest forest, int[] categoryCounts) {
        int fields = categoryCounts.length;
        thresholds = new double[fields][];
        sets = new long[fields][][];
        firstTest = new int[fields + 1];
        categories = new int[fields];
        for (int f = 0; f < fields; f++) {
            thresholds[f] = thresholdsOf(forest, f);
            sets[f] = setsOf(forest, f);
            categories[f] = categoryCounts[f] + 1;
            firstTest[f + 1] = firstTest[f] + thresholds[f].length + sets[f].length;
        }
    }

    int fields() {
        return categories.length;
    }

    int size() {
        return firstTest[fields()];
    }

    boolean isCategory(int field) {
        return sets[field].length > 0;
    }

    /** How many ranks a field has. */
    int ranks(int field) {
        return isCategory(field) ? categories[field] : thresholds[field].length + 1;
    }

    /** The k-th threshold of a number, ascending. */
    double threshold(int field, int k) {
        return thresholds[field][k];
    }

    /** The test that a node makes, between 0 and {@link #size()}. */
    int testOf(FlatForest forest, int node) {
        int field = forest.field(node);
        int local = isCategory(field)
                ? indexOf(sets[field], forest.set(node))
                : Arrays.binarySearch(thresholds[field], forest.threshold(node));
        return firstTest[field] + local;
    }

    /** Where a value lies between the field's split points. A value that is not missing. */
    int rank(int field, double value) {
        return isCategory(field) ? Math.min((int) value, categories[field] - 1) : rank(thresholds[field], value);
    }

    /** Whether a row of that rank fails the node's test, so that it goes right. */
    boolean fails(FlatForest forest, int node, int rank) {
        int field = forest.field(node);
        if (isCategory(field)) {
            return !FlatForest.contains(forest.set(node), rank);
        }
        return rank > Arrays.binarySearch(thresholds[field], forest.threshold(node));
    }

    /** Writes 1 for every test of the field that a row of that rank fails, 0 for the others. */
    void writeOutcomes(int field, int rank, byte[] outcomes) {
        int first = firstTest[field];
        if (isCategory(field)) {
            for (int k = 0; k < sets[field].length; k++) {
                outcomes[first + k] = (byte) (FlatForest.contains(sets[field][k], rank) ? 0 : 1);
            }
            return;
        }
        Arrays.fill(outcomes, first, first + rank, (byte) 1);
        Arrays.fill(outcomes, first + rank, firstTest[field + 1], (byte) 0);
    }

    /** The number of thresholds below the value: a binary search whose steps need no branch. */
    private static int rank(double[] thresholds, double value) {
        int low = 0;
        int length = thresholds.length;
        while (length > 0) {
            int half = length >>> 1;
            boolean above = thresholds[low + half] < value;
            low = above ? low + half + 1 : low;
            length = above ? length - half - 1 : half;
        }
        return low;
    }

    private static double[] thresholdsOf(FlatForest forest, int field) {
        TreeSet<Double> thresholds = new TreeSet<>();
        for (int node = 0; node < forest.nodes(); node++) {
            if (forest.field(node) == field && forest.set(node).length == 0) {
                thresholds.add(forest.threshold(node));
            }
        }
        return thresholds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static long[][] setsOf(FlatForest forest, int field) {
        TreeSet<long[]> sets = new TreeSet<>(Arrays::compare);
        for (int node = 0; node < forest.nodes(); node++) {
            long[] set = forest.set(node);
            if (forest.field(node) == field && set.length > 0) {
                sets.add(set);
            }
        }
        return sets.toArray(long[][]::new);
    }

    private static int indexOf(long[][] sets, long[] set) {
        return Arrays.binarySearch(sets, set, Arrays::compare);
    }
}
