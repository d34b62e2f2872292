package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * A row's position between all split points of a forest, packed into a few words: the rank of each field in as many bits as its
 * ranks need. Two rows of the same key take the same side at every node, so they have the same score and the same explanation,
 * bit for bit. Immutable and thread-safe.
 */
final class SplitKeys {
    private final SplitTests tests;
    private final int[] word; // by axis
    private final int[] shift;
    private final int words;

    SplitKeys(SplitTests tests) {
        this.tests = tests;
        this.word = new int[tests.axes()];
        this.shift = new int[tests.axes()];
        int bit = 0;
        for (int f = 0; f < word.length; f++) {
            int bits = bits(f);
            if (bit % Long.SIZE + bits > Long.SIZE) {
                bit += Long.SIZE - bit % Long.SIZE; // a field is never cut in two
            }
            word[f] = bit / Long.SIZE;
            shift[f] = bit % Long.SIZE;
            bit += bits;
        }
        this.words = Math.max(1, (bit + Long.SIZE - 1) / Long.SIZE);
    }

    /** How many words a key has. */
    int words() {
        return words;
    }

    /** @param row one double per column */
    void write(double[] row, long[] key) {
        Arrays.fill(key, 0);
        for (int a = 0; a < word.length; a++) {
            double value = row[tests.column(a)];
            long rank = Double.isNaN(value) ? noValue(a, value) : tests.rank(a, value);
            key[word[a]] |= rank << shift[a];
        }
    }

    /** The highest ranks stand for a value that is missing, and one that failed. */
    private int noValue(int axis, double value) {
        return NoValue.isFailed(value) ? tests.missingRank(axis) + 1 : tests.missingRank(axis);
    }

    private int bits(int axis) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(tests.missingRank(axis) + 1);
    }
}
