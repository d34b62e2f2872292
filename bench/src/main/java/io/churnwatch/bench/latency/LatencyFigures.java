package io.churnwatch.bench.latency;

import java.util.List;

/**
 * What was measured under one load.
 *
 * @param events of the load, those of the warm-up among them
 * @param arrived events that became a visible row
 * @param rows from produce to the row, by round
 * @param alerts from produce to the alert, by round
 */
record LatencyFigures(int eventsPerSecond, int events, int arrived, List<Percentiles> rows, List<Percentiles> alerts) {
    LatencyFigures {
        rows = List.copyOf(rows);
        alerts = List.copyOf(alerts);
    }
}
