package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * QuickScorer with its masks tabulated: for every axis, rank and tree one 64-bit word says which leaves a row of that rank can
 * still reach. The words of all axes are and-ed, and the lowest bit left is the leaf. No branch, no walk; for trees of up to
 * 64 leaves.
 *
 * @see <a href="https://doi.org/10.1145/2766462.2767733">Lucchese et al., QuickScorer: a fast algorithm to rank documents with
 *     additive ensembles of regression trees, SIGIR 2015</a>
 */
final class TabulatedForest implements ForestEngine {
    static final int LEAVES_MAX = 64;

    /** A table of 16 MiB: a larger one is slower than walking the trees. */
    static final long WORDS_MAX = 1 << 21;

    private final int trees;
    private final Precision precision;
    private final long[][][] reachable; // by axis, rank, tree
    private final double[] leaves; // 64 for each tree, left to right

    TabulatedForest(FlatForest forest, SplitTests tests, Precision precision) {
        this.precision = precision;
        trees = forest.size();
        leaves = new double[trees * LEAVES_MAX];
        reachable = new long[tests.axes()][][];
        for (int a = 0; a < reachable.length; a++) {
            reachable[a] = new long[tests.ranks(a)][trees];
            for (long[] row : reachable[a]) {
                Arrays.fill(row, -1L);
            }
        }
        for (int tree = 0; tree < trees; tree++) {
            tabulate(forest, tests, tree, forest.root(tree), 0);
        }
    }

    /** The words by axis, rank and tree. */
    long[][][] reachable() {
        return reachable;
    }

    /** The values of the leaves, 64 for each tree, left to right. */
    double[] leaves() {
        return leaves;
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        long[] exits = scratch.exits;
        Arrays.fill(exits, -1L);
        int a = 0;
        for (; a + 2 < ranks.length; a += 3) { // three at a time: fewer passes over the exits
            and(exits, reachable[a][ranks[a]], reachable[a + 1][ranks[a + 1]], reachable[a + 2][ranks[a + 2]]);
        }
        for (; a < ranks.length; a++) {
            and(exits, reachable[a][ranks[a]]);
        }
        return precision == Precision.FLOAT ? floatSum(exits) : sum(exits);
    }

    private double sum(long[] exits) {
        double sum = 0;
        for (int tree = 0; tree < trees; tree++) {
            sum += leaves[tree << 6 | Long.numberOfTrailingZeros(exits[tree])];
        }
        return sum;
    }

    private double floatSum(long[] exits) {
        float sum = 0;
        for (int tree = 0; tree < trees; tree++) {
            sum += (float) leaves[tree << 6 | Long.numberOfTrailingZeros(exits[tree])];
        }
        return sum;
    }

    @Override
    public Scratch newScratch() {
        return Scratch.ofExits(trees);
    }

    private static void and(long[] exits, long[] a, long[] b, long[] c) {
        for (int tree = 0; tree < exits.length; tree++) {
            exits[tree] &= a[tree] & b[tree] & c[tree];
        }
    }

    private static void and(long[] exits, long[] a) {
        for (int tree = 0; tree < exits.length; tree++) {
            exits[tree] &= a[tree];
        }
    }

    /** Numbers the leaves below a node from {@code leaf} on, and strikes out what each rank cannot reach. */
    private int tabulate(FlatForest forest, SplitTests tests, int tree, int node, int leaf) {
        if (forest.isLeaf(node)) {
            leaves[tree << 6 | leaf] = forest.value(node);
            return leaf + 1;
        }
        int middle = tabulate(forest, tests, tree, forest.left(node), leaf);
        int end = tabulate(forest, tests, tree, forest.right(node), middle);
        // Who goes right cannot reach the left leaves. Who goes left may keep the right ones: the lowest bit wins.
        long left = bits(leaf, middle);
        int test = forest.test(node);
        long[][] byRank = reachable[tests.axis(test)];
        for (int rank = 0; rank < byRank.length; rank++) {
            if (tests.goesRight(test, rank)) {
                byRank[rank][tree] &= ~left;
            }
        }
        return end;
    }

    private static long bits(int from, int to) {
        return (-1L >>> (64 - (to - from))) << from;
    }
}
