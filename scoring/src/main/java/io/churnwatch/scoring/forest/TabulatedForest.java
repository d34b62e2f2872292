package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * QuickScorer with its masks tabulated: for every field, rank and tree one 64-bit word says which leaves a row of that rank can
 * still reach. The words of all fields are and-ed, and the lowest bit left is the leaf. No branch, no walk; for trees of up to
 * 64 leaves.
 *
 * @see <a href="https://doi.org/10.1145/2766462.2767733">Lucchese et al., QuickScorer: a fast algorithm to rank documents with
 *     additive ensembles of regression trees, SIGIR 2015</a>
 */
final class TabulatedForest implements ForestEngine {
    static final int LEAVES_MAX = 64;

    private final int trees;
    private final long[][][] reachable; // by field, rank, tree
    private final double[] leaves; // 64 for each tree, left to right

    TabulatedForest(FlatForest forest, SplitTests tests) {
        trees = forest.size();
        leaves = new double[trees * LEAVES_MAX];
        reachable = new long[tests.fields()][][];
        for (int f = 0; f < reachable.length; f++) {
            reachable[f] = new long[tests.ranks(f)][trees];
            for (long[] row : reachable[f]) {
                Arrays.fill(row, -1L);
            }
        }
        for (int tree = 0; tree < trees; tree++) {
            tabulate(forest, tests, tree, forest.root(tree), 0);
        }
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        long[] exits = scratch.exits;
        System.arraycopy(reachable[0][ranks[0]], 0, exits, 0, trees);
        int f = 1;
        for (; f + 2 < ranks.length; f += 3) { // three at a time: fewer passes over the exits
            and(exits, reachable[f][ranks[f]], reachable[f + 1][ranks[f + 1]], reachable[f + 2][ranks[f + 2]]);
        }
        for (; f < ranks.length; f++) {
            and(exits, reachable[f][ranks[f]]);
        }
        double sum = 0;
        for (int tree = 0; tree < trees; tree++) {
            sum += leaves[tree << 6 | Long.numberOfTrailingZeros(exits[tree])];
        }
        return sum;
    }

    @Override
    public Scratch newScratch() {
        return new Scratch(0, trees);
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
        long[][] byRank = reachable[forest.field(node)];
        for (int rank = 0; rank < byRank.length; rank++) {
            if (tests.fails(forest, node, rank)) {
                byRank[rank][tree] &= ~left;
            }
        }
        return end;
    }

    private static long bits(int from, int to) {
        return (-1L >>> (64 - (to - from))) << from;
    }
}
