package io.churnwatch.scoring.forest;

/**
 * A forest compiled for speed. Immutable and thread-safe; a call's working memory is a {@link Scratch}, which belongs to one thread.
 */
interface ForestEngine {
    /**
     * The sum of the trees' leaves, added in the order of the trees.
     *
     * @param ranks by axis, as {@link SplitTests#writeRanks} writes them
     */
    double sum(int[] ranks, Scratch scratch);

    /**
     * The sums of several rows.
     *
     * @param ranks by row and axis
     * @param rows how many of them
     * @param sums written, as {@link #sum} would return them
     */
    default void sums(int[][] ranks, int rows, double[] sums, Scratch scratch) {
        for (int row = 0; row < rows; row++) {
            sums[row] = sum(ranks[row], scratch);
        }
    }

    /** Whether {@link #sums} is faster than one row at a time. */
    default boolean gainsByRows() {
        return false;
    }

    /** The working memory of one thread. */
    Scratch newScratch();

    /** Working memory, allocated once so that scoring allocates nothing. Each engine uses its own part. */
    final class Scratch {
        final int[] exits;
        final int[] comparands;

        /** By row, for several together; allocated on first use. */
        int[][] comparandsByRow = {};

        private Scratch(int exits, int comparands) {
            this.exits = new int[exits];
            this.comparands = new int[comparands];
        }

        static Scratch empty() {
            return new Scratch(0, 0);
        }

        static Scratch ofExits(int exits) {
            return new Scratch(exits, 0);
        }

        static Scratch ofComparands(int comparands) {
            return new Scratch(0, comparands);
        }
    }
}
