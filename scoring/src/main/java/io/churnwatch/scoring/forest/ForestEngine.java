package io.churnwatch.scoring.forest;

/**
 * A forest compiled for speed. Immutable and thread-safe; what a call needs besides is in a {@link Scratch} that belongs to
 * one thread.
 */
interface ForestEngine {
    /**
     * The sum of the trees' leaves, added in the order of the trees.
     *
     * @param ranks by axis, as {@link SplitTests#writeRanks} writes them
     */
    double sum(int[] ranks, Scratch scratch);

    /** What a thread needs to score with this engine. */
    Scratch newScratch();

    /** Memory of one thread, made once so that scoring allocates nothing. */
    final class Scratch {
        final byte[] outcomes;
        final int[] gauges;
        final long[] exits;

        Scratch(int outcomes, int gauges, int exits) {
            this.outcomes = new byte[outcomes];
            this.gauges = new int[gauges];
            this.exits = new long[exits];
        }
    }
}
