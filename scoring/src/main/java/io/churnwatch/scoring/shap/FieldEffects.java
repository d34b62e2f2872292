package io.churnwatch.scoring.shap;

import io.churnwatch.scoring.explain.FieldEffect;
import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.SplitTests;
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
            means[a] = means(a);
        }
    }

    /** By rank: every leaf adds to the ranks that lead to it, which are neighbours, so it is noted where they begin and end. */
    private double[] means(int axis) {
        double[] steps = new double[tests.missingRank(axis) + 1];
        for (int tree = 0; tree < forest.size(); tree++) {
            add(forest.root(tree), 1, axis, 0, tests.missingRank(axis) - 1, steps);
        }
        double[] means = new double[tests.missingRank(axis)];
        double sum = 0;
        for (int rank = 0; rank < means.length; rank++) {
            sum += steps[rank];
            means[rank] = sum / forest.size();
        }
        return means;
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

    /**
     * Adds what the leaves below a node are worth to ranks from {@code low} to {@code high}.
     *
     * @param weight the share of the records that come by it, of those with such a rank
     */
    private void add(int node, double weight, int axis, int low, int high, double[] steps) {
        if (forest.isLeaf(node)) {
            double worth = weight * forest.valueOrZero(node);
            steps[low] += worth;
            steps[high + 1] -= worth;
            return;
        }
        int left = forest.left(node);
        int right = forest.right(node);
        int test = forest.test(node);
        if (tests.axis(test) != axis) {
            add(left, weight * forest.cover(left) / forest.cover(node), axis, low, high, steps);
            add(right, weight * forest.cover(right) / forest.cover(node), axis, low, high, steps);
            return;
        }
        int from = low;
        while (from <= high) {
            boolean goesRight = tests.goesRight(test, from);
            int to = lastAlike(test, from, high);
            add(goesRight ? right : left, weight, axis, from, to, steps);
            from = to + 1;
        }
    }

    /** The last rank up to {@code high} that goes where {@code from} goes. */
    private int lastAlike(int test, int from, int high) {
        int threshold = tests.threshold(test);
        if (threshold >= 0) {
            return from <= threshold ? Math.min(threshold, high) : high;
        }
        int to = from;
        while (to < high && tests.goesRight(test, to + 1) == tests.goesRight(test, from)) {
            to++;
        }
        return to;
    }
}
