package io.churnwatch.scoring.forest;

/**
 * Binary decision trees in flat arrays. An inner node goes left when its test holds: {@code row[field] <= threshold}, or
 * for a category, membership in a set of codes. A leaf holds a probability, NaN where the tree has no prediction.
 * Immutable and thread-safe.
 */
final class FlatForest {
    /** {@link #field} of a leaf. */
    static final int LEAF = -1;

    private final int[] roots;
    private final int[] field;
    private final double[] value; // threshold of an inner node, probability of a leaf
    private final long[][] set; // codes of a category test, null for a number
    private final int[] left;
    private final int[] right;

    FlatForest(int[] roots, int[] field, double[] value, long[][] set, int[] left, int[] right) {
        this.roots = roots;
        this.field = field;
        this.value = value;
        this.set = set;
        this.left = left;
        this.right = right;
    }

    int size() {
        return roots.length;
    }

    /**
     * The mean of the trees' leaves.
     *
     * @param row one double per input field: a number, a category's code, or NaN for missing
     * @return a probability; NaN when any tree needs a missing value or has no prediction
     */
    double score(double[] row) {
        double sum = 0;
        for (int root : roots) {
            sum += leaf(root, row); // NaN once, NaN for ever
        }
        return sum / roots.length;
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
        if (codes == null) {
            return x <= value[node];
        }
        int code = (int) x;
        int word = code >>> 6;
        return word < codes.length && (codes[word] >>> code & 1) != 0;
    }
}
