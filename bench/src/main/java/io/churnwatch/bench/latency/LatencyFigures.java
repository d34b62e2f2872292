package io.churnwatch.bench.latency;

import java.util.List;

/**
 * What was measured under one load.
 *
 * @param arrived events that became a visible row, those of the warm-up among them
 * @param rows from produce to the row, by round
 * @param alerts from produce to the alert, by round
 */
record LatencyFigures(LoadSchedule schedule, int arrived, List<Percentiles> rows, List<Percentiles> alerts) {
    private static final double ARRIVED_MIN = 0.999;

    LatencyFigures {
        rows = List.copyOf(rows);
        alerts = List.copyOf(alerts);
    }

    /** An update is superseded, and no row, when another one has set its field in the same millisecond: a few in a million. */
    boolean keptUp() {
        return arrived >= ARRIVED_MIN * schedule.events();
    }
}
