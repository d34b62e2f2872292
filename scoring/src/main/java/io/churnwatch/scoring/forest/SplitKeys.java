package io.churnwatch.scoring.forest;

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
        int at = 0;
        long bits = 0;
        for (int a = 0; a < word.length; a++) {
            if (word[a] != at) {
                key[at] = bits;
                at = word[a];
                bits = 0;
            }
            double value = row[tests.column(a)];
            long rank = Double.isNaN(value) ? noValue(a, value) : tests.rank(a, value);
            bits |= rank << shift[a];
        }
        key[at] = bits;
    }

    /** The highest ranks stand for a value that is missing, one that failed and one that is no number. */
    private int noValue(int axis, double value) {
        int missing = tests.missingRank(axis);
        if (NoValue.isMissing(value)) {
            return missing;
        }
        return NoValue.isFailed(value) ? missing + 1 : missing + 2;
    }

    private int bits(int axis) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(tests.missingRank(axis) + 2);
    }
}
