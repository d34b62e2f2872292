package io.churnwatch.scoring.forest;

import java.util.Arrays;
import java.util.List;

/**
 * Decision trees in flat arrays. An inner node asks a {@link SplitTest} and goes left or right; a leaf has a value. Immutable and
 * thread-safe.
 *
 * <p>The plain form: it knows all that a PMML tree can say, the engines are compiled from it, and they are held against it.
 */
public final class FlatForest {
    /** {@link #test} of a leaf. */
    public static final int LEAF = -1;

    /** {@link #elsewhere} of a node that has no prediction for a row without the value. */
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

    /** @param isTree whether every node has one way to it, other than for missing values */
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

    /** The different questions that the nodes ask. */
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

    /** Which of {@link #tests} an inner node asks. */
    public int test(int node) {
        return test[node];
    }

    /** The value of a leaf, NaN where there is no prediction. */
    public double value(int node) {
        return value[node];
    }

    /** The value of a leaf to an explanation: where there is no prediction, no record came by. */
    public double known(int node) {
        return Double.isNaN(value[node]) ? 0 : value[node];
    }

    public int left(int node) {
        return left[node];
    }

    public int right(int node) {
        return right[node];
    }

    /** The node that a row goes to which lacks the value, when it is neither the left nor the right one; or {@link #NOWHERE}. */
    public int elsewhere(int node) {
        return elsewhere[node];
    }

    /** How many training records came by a node; 0 when the document does not say. */
    public double cover(int node) {
        return cover[node];
    }

    /** False where trees share nodes, as surrogate splits do: then the engines walk it as it is. */
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
     * The value of the leaf that a row comes to in a tree.
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
