package io.churnwatch.scoring.forest;

/**
 * A row's position between all split points of a forest, packed into a few words: the rank of each field in as many bits as its
 * ranks need. Two rows of the same key take the same side at every node, so they have the same score and the same explanation,
 * bit for bit. Immutable and thread-safe.
 */
final class SplitKeys {
    private final int[] word; // by axis
    private final int[] shift;
    private final int words;

    SplitKeys(SplitTests tests) {
        this.word = new int[tests.axes()];
        this.shift = new int[tests.axes()];
        int bit = 0;
        for (int f = 0; f < word.length; f++) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(tests.rankMax(f));
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

    /**
     * Writes the key of a row.
     *
     * @param ranks by axis, as {@link SplitTests#writeRanks} writes them
     * @param key overwritten
     * @return whether it was another key before
     */
    boolean write(int[] ranks, long[] key) {
        long differences = 0;
        int at = 0;
        long bits = 0;
        for (int a = 0; a < word.length; a++) {
            if (word[a] != at) {
                differences |= key[at] ^ bits;
                key[at] = bits;
                at = word[a];
                bits = 0;
            }
            bits |= (long) ranks[a] << shift[a];
        }
        differences |= key[at] ^ bits;
        key[at] = bits;
        return differences != 0;
    }
}
