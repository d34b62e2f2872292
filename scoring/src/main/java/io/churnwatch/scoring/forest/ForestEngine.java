package io.churnwatch.scoring.forest;

/**
 * A forest compiled for speed. Immutable and thread-safe; what a call needs besides is in a {@link Scratch} that belongs to
 * one thread.
 */
interface ForestEngine {
    /**
     * The sum of the trees' leaves, added in the order of the trees.
     *
     * @param ranks by field, as {@link SplitTests#rank} gives them: no value is missing
     */
    double sum(int[] ranks, Scratch scratch);

    /** What a thread needs to score with this engine. */
    Scratch newScratch();

    /** Memory of one thread, made once so that scoring allocates nothing. */
    final class Scratch {
        final byte[] outcomes;
        final long[] exits;

        Scratch(int outcomes, int exits) {
            this.outcomes = new byte[outcomes];
            this.exits = new long[exits];
        }
    }
}
