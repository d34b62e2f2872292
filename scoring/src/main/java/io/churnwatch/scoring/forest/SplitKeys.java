package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * A row's position between all split points of a forest, packed into a few words: the rank of each field in as many bits as its
 * ranks need. Two rows of the same key take the same side at every node, so they have the same score and the same explanation,
 * bit for bit. Immutable and thread-safe.
 */
final class SplitKeys {
    private final SplitTests tests;
    private final int[] word; // by field
    private final int[] shift;
    private final int words;

    SplitKeys(SplitTests tests) {
        this.tests = tests;
        this.word = new int[tests.fields()];
        this.shift = new int[tests.fields()];
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

    void write(double[] row, long[] key) {
        Arrays.fill(key, 0);
        for (int f = 0; f < word.length; f++) {
            double value = row[f];
            long rank = Double.isNaN(value) ? missing(f) : tests.rank(f, value);
            key[word[f]] |= rank << shift[f];
        }
    }

    /** One more than the ranks of the values that are known. */
    private int missing(int field) {
        return tests.ranks(field);
    }

    private int bits(int field) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(missing(field));
    }
}
