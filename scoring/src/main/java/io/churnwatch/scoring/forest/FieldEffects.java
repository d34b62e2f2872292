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

    private final SplitTests tests;
    private final double average;
    private final double[][] means; // by field and rank

    FieldEffects(FlatForest forest, SplitTests tests, double average) {
        this.tests = tests;
        this.average = average;
        this.means = new double[tests.fields()][];
        for (int f = 0; f < means.length; f++) {
            means[f] = new double[tests.ranks(f)];
            for (int rank = 0; rank < means[f].length; rank++) {
                means[f][rank] = mean(forest, f, rank);
            }
        }
    }

    /**
     * The effect of a value.
     *
     * @param categories the field's categories by code; empty for a number
     */
    FieldEffect of(int field, double value, List<String> categories) {
        int rank = tests.rank(field, value);
        return tests.isCategory(field)
                ? new FieldEffect(0, 0, List.of(category(categories, rank)), means[field][rank], average)
                : range(field, rank);
    }

    private FieldEffect range(int field, int rank) {
        int low = rank;
        while (low > 0 && isAlike(field, low - 1, rank)) {
            low--;
        }
        int high = rank;
        while (high < means[field].length - 1 && isAlike(field, high + 1, rank)) {
            high++;
        }
        return new FieldEffect(
                low == 0 ? Double.NEGATIVE_INFINITY : tests.threshold(field, low - 1),
                high == means[field].length - 1 ? Double.POSITIVE_INFINITY : tests.threshold(field, high),
                List.of(),
                meanBetween(field, low, high),
                average);
    }

    private boolean isAlike(int field, int neighbour, int rank) {
        double effect = means[field][rank] - average;
        double other = means[field][neighbour] - average;
        return effect * other > 0 && Math.abs(other) >= ALIKE * Math.abs(effect);
    }

    /** Of the ranks' means: how many records have each is not known any more. */
    private double meanBetween(int field, int low, int high) {
        double sum = 0;
        for (int rank = low; rank <= high; rank++) {
            sum += means[field][rank];
        }
        return sum / (high - low + 1);
    }

    private static String category(List<String> categories, int code) {
        return code < categories.size() ? categories.get(code) : "";
    }

    private double mean(FlatForest forest, int field, int rank) {
        double sum = 0;
        for (int tree = 0; tree < forest.size(); tree++) {
            sum += mean(forest, forest.root(tree), field, rank);
        }
        return sum / forest.size();
    }

    private double mean(FlatForest forest, int node, int field, int rank) {
        if (forest.isLeaf(node)) {
            return forest.value(node);
        }
        int left = forest.left(node);
        int right = forest.right(node);
        if (forest.field(node) == field) {
            return mean(forest, tests.fails(forest, node, rank) ? right : left, field, rank);
        }
        return (forest.cover(left) * mean(forest, left, field, rank)
                        + forest.cover(right) * mean(forest, right, field, rank))
                / forest.cover(node);
    }
}
