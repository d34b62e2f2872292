package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * QuickScorer with its masks tabulated: for every axis, rank and tree, one 32-bit word holds which leaves a row of that rank can
 * still reach. The words of all axes are and-ed, and the lowest bit left is the leaf. No branch, no walk; for trees of up to
 * 32 leaves.
 *
 * @see <a href="https://doi.org/10.1145/2766462.2767733">Lucchese et al., QuickScorer: a fast algorithm to rank documents with
 *     additive ensembles of regression trees, SIGIR 2015</a>
 */
final class TabulatedForest implements ForestEngine {
    static final int LEAVES_MAX = 32;

    /** A table of 8 MiB: a larger one is slower than walking the trees. */
    static final long WORDS_MAX = 1 << 21;

    private static final int LEAF_BITS = 5;

    private final int trees;
    private final Precision precision;
    private final int[][][] reachable; // by axis, rank, tree
    private final double[] leaves; // 32 for each tree, left to right

    TabulatedForest(FlatForest forest, SplitTests tests, Precision precision) {
        this.precision = precision;
        trees = forest.size();
        leaves = new double[trees * LEAVES_MAX];
        reachable = new int[tests.axes()][][];
        for (int a = 0; a < reachable.length; a++) {
            reachable[a] = new int[tests.ranks(a)][trees];
            for (int[] row : reachable[a]) {
                Arrays.fill(row, -1);
            }
        }
        for (int tree = 0; tree < trees; tree++) {
            tabulate(forest, tests, tree, forest.root(tree), 0);
        }
    }

    /** Numbers the leaves below a node from {@code leaf} on, and clears the bits of those that each rank cannot reach. */
    private int tabulate(FlatForest forest, SplitTests tests, int tree, int node, int leaf) {
        if (forest.isLeaf(node)) {
            leaves[tree << LEAF_BITS | leaf] = forest.value(node);
            return leaf + 1;
        }
        int middle = tabulate(forest, tests, tree, forest.left(node), leaf);
        int end = tabulate(forest, tests, tree, forest.right(node), middle);
        // A row that goes right cannot reach the left leaves. One that goes left may keep the right ones: the lowest
        // bit wins.
        int left = bits(leaf, middle);
        int test = forest.test(node);
        int[][] byRank = reachable[tests.axis(test)];
        for (int rank = 0; rank < byRank.length; rank++) {
            if (tests.goesRight(test, rank)) {
                byRank[rank][tree] &= ~left;
            }
        }
        return end;
    }

    private static int bits(int from, int to) {
        return (-1 >>> (Integer.SIZE - (to - from))) << from;
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        int[] exits = scratch.exits;
        Arrays.fill(exits, -1);
        int a = 0;
        for (; a + 2 < ranks.length; a += 3) { // three at a time: fewer passes over the exits
            and(exits, reachable[a][ranks[a]], reachable[a + 1][ranks[a + 1]], reachable[a + 2][ranks[a + 2]]);
        }
        for (; a < ranks.length; a++) {
            and(exits, reachable[a][ranks[a]]);
        }
        return precision == Precision.FLOAT ? floatSum(exits) : sum(exits);
    }

    private double sum(int[] exits) {
        double sum = 0;
        for (int tree = 0; tree < trees; tree++) {
            sum += leaves[tree << LEAF_BITS | Integer.numberOfTrailingZeros(exits[tree])];
        }
        return sum;
    }

    private double floatSum(int[] exits) {
        float sum = 0;
        for (int tree = 0; tree < trees; tree++) {
            sum += (float) leaves[tree << LEAF_BITS | Integer.numberOfTrailingZeros(exits[tree])];
        }
        return sum;
    }

    @Override
    public Scratch newScratch() {
        return Scratch.ofExits(trees);
    }

    private static void and(int[] exits, int[] a, int[] b, int[] c) {
        for (int tree = 0; tree < exits.length; tree++) {
            exits[tree] &= a[tree] & b[tree] & c[tree];
        }
    }

    private static void and(int[] exits, int[] a) {
        for (int tree = 0; tree < exits.length; tree++) {
            exits[tree] &= a[tree];
        }
    }
}
