package io.churnwatch.scoring.forest;

import io.churnwatch.scoring.explain.FieldEffect;
import java.util.List;

/**
 * The mean score of the training records by the rank of one field, with all other fields as they come: where a tree splits on the
 * field the rank decides, elsewhere both sides count by their records. Immutable and thread-safe.
 */
final class FieldEffects {
    /** Neighbouring ranks belong together while their effect is on the same side, and at least this share of the largest. */
    private static final double ALIKE = 0.5;

    private final FlatForest forest;
    private final SplitTests tests;
    private final double average;
    private final double[][] means; // by axis and rank

    FieldEffects(FlatForest forest, SplitTests tests, double average) {
        this.forest = forest;
        this.tests = tests;
        this.average = average;
        this.means = new double[tests.axes()][];
        for (int a = 0; a < means.length; a++) {
            means[a] = new double[tests.missingRank(a)];
            for (int rank = 0; rank < means[a].length; rank++) {
                means[a][rank] = mean(a, rank);
            }
        }
    }

    /** The effect of a category. */
    FieldEffect ofCategory(int axis, double value, String category) {
        return new FieldEffect(0, 0, List.of(category), means[axis][tests.rank(axis, value)], average);
    }

    /** The effect of a number. */
    FieldEffect ofNumber(int axis, double value) {
        return range(axis, tests.rank(axis, value));
    }

    private FieldEffect range(int axis, int rank) {
        int low = rank;
        while (low > 0 && isAlike(axis, low - 1, rank)) {
            low--;
        }
        int high = rank;
        while (high < means[axis].length - 1 && isAlike(axis, high + 1, rank)) {
            high++;
        }
        return new FieldEffect(
                low == 0 ? Double.NEGATIVE_INFINITY : tests.bound(axis, low - 1),
                high == means[axis].length - 1 ? Double.POSITIVE_INFINITY : tests.bound(axis, high),
                List.of(),
                meanBetween(axis, low, high),
                average);
    }

    private boolean isAlike(int axis, int neighbour, int rank) {
        double effect = means[axis][rank] - average;
        double other = means[axis][neighbour] - average;
        return effect * other > 0 && Math.abs(other) >= ALIKE * Math.abs(effect);
    }

    /** Of the ranks' means: how many records have each is not known any more. */
    private double meanBetween(int axis, int low, int high) {
        double sum = 0;
        for (int rank = low; rank <= high; rank++) {
            sum += means[axis][rank];
        }
        return sum / (high - low + 1);
    }

    private double mean(int axis, int rank) {
        double sum = 0;
        for (int tree = 0; tree < forest.size(); tree++) {
            sum += mean(forest.root(tree), axis, rank);
        }
        return sum / forest.size();
    }

    private double mean(int node, int axis, int rank) {
        if (forest.isLeaf(node)) {
            return forest.known(node);
        }
        int left = forest.left(node);
        int right = forest.right(node);
        int test = forest.test(node);
        if (tests.axis(test) == axis) {
            return mean(tests.goesRight(test, rank) ? right : left, axis, rank);
        }
        return (forest.cover(left) * mean(left, axis, rank) + forest.cover(right) * mean(right, axis, rank))
                / forest.cover(node);
    }
}
