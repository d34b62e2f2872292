package io.churnwatch.scoring.forest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What nodes compare a row by: every test of a forest is "goes right when a gauge is above a limit". The rank on an axis is a gauge,
 * with a missing value below all others or above them; any other set of ranks has a gauge of its own, which is 1 or 0. Immutable and
 * thread-safe.
 */
final class Gauges {
    private final SplitTests tests;
    private final int[] gauge; // by test
    private final int[] axis; // by gauge, as the others
    private final int[] lowRank; // the rank that counts as −1
    private final int valueMax;
    private final int[][] values; // by gauge and rank; empty where the rank is the value

    /** A gauge: of one test that is no threshold, or of an axis. */
    private record Gauge(int axis, int test, boolean missingIsLow) {}

    private static final int NONE = -1;

    Gauges(SplitTests tests) {
        this.tests = tests;
        this.gauge = new int[tests.size()];
        Map<Gauge, Integer> places = new LinkedHashMap<>();
        for (int test = 0; test < gauge.length; test++) {
            Integer known = places.putIfAbsent(gauge(test), places.size());
            gauge[test] = known == null ? places.size() - 1 : known;
        }
        List<Gauge> gauges = List.copyOf(places.keySet());
        this.axis = gauges.stream().mapToInt(Gauge::axis).toArray();
        this.lowRank = gauges.stream()
                .mapToInt(gauge -> gauge.missingIsLow() ? tests.missingRank(gauge.axis()) : NONE)
                .toArray();
        this.valueMax = Arrays.stream(axis).map(tests::missingRank).max().orElse(0);
        this.values = gauges.stream().map(this::values).toArray(int[][]::new);
    }

    private Gauge gauge(int test) {
        boolean threshold = tests.threshold(test) >= 0;
        boolean low = threshold && tests.missing(test) == SplitTest.Missing.LEFT;
        return new Gauge(tests.axis(test), threshold ? NONE : test, low);
    }

    private int[] values(Gauge gauge) {
        int[] byRank = new int[gauge.test() == NONE ? 0 : tests.ranks(gauge.axis())];
        for (int rank = 0; rank < byRank.length; rank++) {
            byRank[rank] = tests.goesRight(gauge.test(), rank) ? 1 : 0;
        }
        return byRank;
    }

    /** Number of gauges. */
    int size() {
        return axis.length;
    }

    /** The gauge that a test looks at. */
    int of(int test) {
        return gauge[test];
    }

    /** A row goes right when the gauge is above this. */
    int limit(int test) {
        return Math.max(0, tests.threshold(test));
    }

    /** The highest value that a gauge has. */
    int valueMax() {
        return valueMax;
    }

    /** The length of the array that gauges are written to: a power of two, and with room for one more. */
    int slots() {
        return 2 * Integer.highestOneBit(Math.max(1, size()));
    }

    /**
     * Reads the gauges of a row off its ranks.
     *
     * @param shift by how many bits to the left they are written
     * @param written of {@link #slots} places, whose last ones stay as they are
     */
    void write(int[] ranks, int shift, int[] written) {
        for (int g = 0; g < axis.length; g++) {
            int rank = ranks[axis[g]];
            int[] byRank = values[g];
            int value = byRank.length > 0 ? byRank[rank] : rank == lowRank[g] ? -1 : rank;
            written[g] = value << shift;
        }
    }
}
