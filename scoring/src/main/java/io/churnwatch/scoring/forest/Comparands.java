package io.churnwatch.scoring.forest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row as small integers that nodes compare with thresholds: every test of a forest becomes "goes right when a comparand exceeds a
 * threshold". The rank on an axis is a comparand, with a missing value below or above all others. A test that is no threshold has a
 * comparand of its own, which is 1 or 0. None is negative. Immutable and thread-safe.
 */
final class Comparands {
    private static final int NONE = -1;

    private final SplitTests tests;
    private final int[] slot; // by test
    private final int[] axis; // by slot, as the others
    private final int[] lowRank; // the rank that counts as the lowest
    private final int[][] values; // by slot and rank; empty where they follow from the rank
    private final int max;

    /** A comparand: of an axis, or of one test that is no threshold. */
    private record Comparand(int axis, int test, boolean missingIsLow) {}

    Comparands(SplitTests tests) {
        this.tests = tests;
        this.slot = new int[tests.size()];
        Map<Comparand, Integer> slots = new LinkedHashMap<>();
        for (int test = 0; test < slot.length; test++) {
            Integer known = slots.putIfAbsent(comparand(test), slots.size());
            slot[test] = known == null ? slots.size() - 1 : known;
        }
        List<Comparand> comparands = List.copyOf(slots.keySet());
        this.axis = comparands.stream().mapToInt(Comparand::axis).toArray();
        this.lowRank = comparands.stream()
                .mapToInt(comparand -> comparand.missingIsLow() ? tests.missingRank(comparand.axis()) : NONE)
                .toArray();
        this.values = comparands.stream().map(this::values).toArray(int[][]::new);
        this.max = Arrays.stream(axis).map(tests::missingRank).max().orElse(0) + 1;
    }

    private Comparand comparand(int test) {
        boolean threshold = tests.threshold(test) >= 0;
        boolean low = threshold && tests.missing(test) == SplitTest.Missing.LEFT;
        return new Comparand(tests.axis(test), threshold ? NONE : test, low);
    }

    private int[] values(Comparand comparand) {
        int[] byRank = new int[comparand.test() == NONE ? 0 : tests.ranks(comparand.axis())];
        for (int rank = 0; rank < byRank.length; rank++) {
            byRank[rank] = tests.goesRight(comparand.test(), rank) ? 1 : 0;
        }
        return byRank;
    }

    /** Number of comparands; the slot of this number always holds 0. */
    int size() {
        return axis.length;
    }

    /** The length of the array that a row's comparands are written to: a power of two, greater than their number. */
    int slots() {
        return 2 * Integer.highestOneBit(Math.max(1, size()));
    }

    /** Where the comparand of a test is. */
    int slot(int test) {
        return slot[test];
    }

    /** A row goes right when the comparand exceeds this. */
    int threshold(int test) {
        return tests.threshold(test) + 1; // 0 for a test that is none
    }

    /** The highest comparand. */
    int max() {
        return max;
    }

    /**
     * Writes the comparands of a row.
     *
     * @param ranks by axis
     * @param shift how many bits to the left they are written
     * @param written of {@link #slots}; those from {@link #size} on are left as they are
     */
    void write(int[] ranks, int shift, int[] written) {
        for (int s = 0; s < axis.length; s++) {
            int rank = ranks[axis[s]];
            int[] byRank = values[s];
            int value = byRank.length > 0 ? byRank[rank] : rank == lowRank[s] ? 0 : rank + 1;
            written[s] = value << shift;
        }
    }
}
