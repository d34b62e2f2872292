package io.churnwatch.scoring.forest;

import java.util.Arrays;
import java.util.List;

/**
 * Decision trees in flat arrays. An inner node has a {@link SplitTest} and leads left or right; a leaf has a value. Immutable and
 * thread-safe.
 *
 * <p>The plain form: it covers everything a PMML tree can express. The engines are compiled from it and checked against it.
 */
public final class FlatForest {
    /** {@link #test} of a leaf. */
    public static final int LEAF = -1;

    /** {@link #elsewhere} of a node without a prediction for a row that lacks the value. */
    public static final int NOWHERE = -1;

    private final List<SplitTest> tests;
    private final int[] roots;
    private final int[] test; // by node
    private final double[] value; // of a leaf
    private final int[] left;
    private final int[] right;
    private final int[] elsewhere;
    private final double[] cover;
    private final boolean isTree;

    /** @param isTree whether every node has one parent, apart from the branches for missing values */
    public FlatForest(
            List<SplitTest> tests,
            int[] roots,
            int[] test,
            double[] value,
            int[] left,
            int[] right,
            int[] elsewhere,
            double[] cover,
            boolean isTree) {
        this.tests = tests;
        this.roots = roots;
        this.test = test;
        this.value = value;
        this.left = left;
        this.right = right;
        this.elsewhere = elsewhere;
        this.cover = cover;
        this.isTree = isTree;
    }

    /** The distinct tests of the nodes. */
    public List<SplitTest> tests() {
        return tests;
    }

    /** Number of trees. */
    public int size() {
        return roots.length;
    }

    public int nodes() {
        return test.length;
    }

    public int root(int tree) {
        return roots[tree];
    }

    public boolean isLeaf(int node) {
        return test[node] == LEAF;
    }

    /** The index in {@link #tests} of an inner node's test. */
    public int test(int node) {
        return test[node];
    }

    /** The value of a leaf; NaN where there is no prediction. */
    public double value(int node) {
        return value[node];
    }

    /** The value of a leaf, 0 where there is no prediction: explanations weigh it with 0 records. */
    public double valueOrZero(int node) {
        return Double.isNaN(value[node]) ? 0 : value[node];
    }

    public int left(int node) {
        return left[node];
    }

    public int right(int node) {
        return right[node];
    }

    /** The third node, for a row that lacks the value; or {@link #NOWHERE}. */
    public int elsewhere(int node) {
        return elsewhere[node];
    }

    /** How many training records reached a node; 0 when the document has no counts. */
    public double cover(int node) {
        return cover[node];
    }

    /** False where trees share nodes, as surrogate splits do: such a forest is walked as it is. */
    public boolean isTree() {
        return isTree;
    }

    int depth(int node) {
        return isLeaf(node) ? 0 : 1 + Math.max(depth(left[node]), depth(right[node]));
    }

    /** How many leaves the largest tree has. */
    int leavesMax() {
        return Arrays.stream(roots).map(this::leaves).max().orElse(0);
    }

    int leaves(int node) {
        return isLeaf(node) ? 1 : leaves(left[node]) + leaves(right[node]);
    }

    /**
     * The value of the leaf that a row reaches in a tree.
     *
     * @param row one double per column: a number, the code of a category, or one of {@link NoValue}'s
     * @return NaN when the tree has no prediction
     */
    double leaf(int tree, double[] row) {
        int node = roots[tree];
        while (test[node] != LEAF) {
            SplitTest split = tests.get(test[node]);
            double x = row[split.column()];
            node = Double.isNaN(x) ? unknown(node, split, x) : split.goesLeft().contains(x) ? left[node] : right[node];
            if (node == NOWHERE) {
                return Double.NaN;
            }
        }
        return value[node];
    }

    private int unknown(int node, SplitTest split, double x) {
        if (NoValue.isFailed(x)) {
            return NOWHERE;
        }
        if (!NoValue.isMissing(x)) {
            return split.goesLeft().containsHighest() ? left[node] : right[node];
        }
        return switch (split.missing()) {
            case LEFT -> left[node];
            case RIGHT -> right[node];
            case ELSEWHERE -> elsewhere[node];
        };
    }
}
