package io.churnwatch.scoring.forest;

/**
 * A row's position between all split points of a forest, packed into a few longs: the rank on each axis in as many bits as its ranks
 * need. Rows with equal keys go the same way at every node, so they have the same score and the same explanation, bit for bit.
 * Immutable and thread-safe.
 */
final class SplitKeys {
    private final int[] element; // by axis
    private final int[] shift;
    private final int length;

    SplitKeys(SplitTests tests) {
        this.element = new int[tests.axes()];
        this.shift = new int[tests.axes()];
        int bit = 0;
        for (int f = 0; f < element.length; f++) {
            int bits = Integer.SIZE - Integer.numberOfLeadingZeros(tests.rankMax(f));
            if (bit % Long.SIZE + bits > Long.SIZE) {
                bit += Long.SIZE - bit % Long.SIZE; // a rank is never split
            }
            element[f] = bit / Long.SIZE;
            shift[f] = bit % Long.SIZE;
            bit += bits;
        }
        this.length = Math.max(1, (bit + Long.SIZE - 1) / Long.SIZE);
    }

    /** How many longs a key has. */
    int length() {
        return length;
    }

    /**
     * Writes the key of a row.
     *
     * @param ranks by axis, as {@link SplitTests#writeRanks} writes them
     * @param key overwritten
     * @return whether the key changed
     */
    boolean write(int[] ranks, long[] key) {
        long differences = 0;
        int at = 0;
        long bits = 0;
        for (int a = 0; a < element.length; a++) {
            if (element[a] != at) {
                differences |= key[at] ^ bits;
                key[at] = bits;
                at = element[a];
                bits = 0;
            }
            bits |= (long) ranks[a] << shift[a];
        }
        differences |= key[at] ^ bits;
        key[at] = bits;
        return differences != 0;
    }
}
