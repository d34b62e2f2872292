package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.List;

/**
 * What nodes compare a row by: every test of a forest is "goes right when a gauge is above a limit". The rank on an axis is a gauge,
 * with a missing value below all others or above them; any other set of ranks has a gauge of its own, which is 1 or 0. Immutable and
 * thread-safe.
 */
final class Gauges {
    private final SplitTests tests;
    private final List<Gauge> gauges = new ArrayList<>();
    private final int[] gauge; // by test

    /** A gauge: of one test that is no threshold, or of an axis. */
    private record Gauge(int axis, int test, boolean missingIsLow) {}

    private static final int NONE = -1;

    Gauges(SplitTests tests) {
        this.tests = tests;
        this.gauge = new int[tests.size()];
        for (int test = 0; test < gauge.length; test++) {
            boolean threshold = tests.threshold(test) >= 0;
            boolean low = threshold && tests.missing(test) == SplitTest.Missing.LEFT;
            gauge[test] = indexOf(new Gauge(tests.axis(test), threshold ? NONE : test, low));
        }
    }

    private int indexOf(Gauge wanted) {
        int index = gauges.indexOf(wanted);
        if (index < 0) {
            gauges.add(wanted);
            index = gauges.size() - 1;
        }
        return index;
    }

    /** Number of gauges. */
    int size() {
        return gauges.size();
    }

    /** The gauge that a test looks at. */
    int of(int test) {
        return gauge[test];
    }

    /** A row goes right when the gauge is above this. */
    int limit(int test) {
        return Math.max(0, tests.threshold(test));
    }

    /** Reads the gauges of a row off its ranks. */
    void write(int[] ranks, int[] values) {
        for (int g = 0; g < values.length; g++) {
            Gauge gauge = gauges.get(g);
            int rank = ranks[gauge.axis()];
            if (gauge.test() != NONE) {
                values[g] = tests.goesRight(gauge.test(), rank) ? 1 : 0;
            } else {
                values[g] = gauge.missingIsLow() && rank == tests.missingRank(gauge.axis()) ? -1 : rank;
            }
        }
    }
}
