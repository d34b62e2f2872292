package io.churnwatch.scoring.forest;

/**
 * Binary decision trees in flat arrays. An inner node goes left when its test holds: {@code row[field] <= threshold}, or
 * for a category, membership in a set of codes. A leaf holds a probability, NaN where the tree has no prediction.
 * Immutable and thread-safe.
 *
 * <p>The plain form: it knows missing values, the engines are compiled from it, and they are held against it.
 */
final class FlatForest {
    /** {@link #field} of a leaf. */
    static final int LEAF = -1;

    private final int[] roots;
    private final int[] field;
    private final double[] value; // threshold of an inner node, probability of a leaf
    private final long[][] set; // codes of a category test, empty for a number
    private final int[] left;
    private final int[] right;
    private final double[] cover;

    FlatForest(int[] roots, int[] field, double[] value, long[][] set, int[] left, int[] right, double[] cover) {
        this.roots = roots;
        this.field = field;
        this.value = value;
        this.set = set;
        this.left = left;
        this.right = right;
        this.cover = cover;
    }

    /** Number of trees. */
    int size() {
        return roots.length;
    }

    int nodes() {
        return field.length;
    }

    int root(int tree) {
        return roots[tree];
    }

    boolean isLeaf(int node) {
        return field[node] == LEAF;
    }

    int field(int node) {
        return field[node];
    }

    double threshold(int node) {
        return value[node];
    }

    /** The probability of a leaf. */
    double value(int node) {
        return value[node];
    }

    /** The codes of a category test; empty for a number. */
    long[] set(int node) {
        return set[node];
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    /** How many training records came by a node. */
    double cover(int node) {
        return cover[node];
    }

    int depth(int node) {
        return isLeaf(node) ? 0 : 1 + Math.max(depth(left[node]), depth(right[node]));
    }

    int leaves(int node) {
        return isLeaf(node) ? 1 : leaves(left[node]) + leaves(right[node]);
    }

    /**
     * The sum of the trees' leaves.
     *
     * @param row one double per input field: a number, a category's code, or NaN for missing
     * @return NaN when any tree needs a missing value or has no prediction
     */
    double sum(double[] row) {
        double sum = 0;
        for (int root : roots) {
            sum += leaf(root, row); // NaN once, NaN for ever
        }
        return sum;
    }

    private double leaf(int root, double[] row) {
        int node = root;
        while (field[node] != LEAF) {
            double x = row[field[node]];
            if (Double.isNaN(x)) {
                return Double.NaN;
            }
            node = holds(node, x) ? left[node] : right[node];
        }
        return value[node];
    }

    private boolean holds(int node, double x) {
        long[] codes = set[node];
        return codes.length == 0 ? x <= value[node] : contains(codes, (int) x);
    }

    /** Whether a code is in a set of codes, one bit each. */
    static boolean contains(long[] codes, int code) {
        int word = code >>> 6;
        return word < codes.length && (codes[word] >>> code & 1) != 0;
    }
}
