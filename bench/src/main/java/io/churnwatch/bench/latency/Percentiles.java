package io.churnwatch.bench.latency;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * How a round's latencies are spread, in milliseconds. A percentile is always a value that was measured (nearest rank).
 *
 * @param count how many there were; of none the rest is NaN
 */
record Percentiles(int count, double p50, double p95, double p99, double max) {
    static Percentiles of(double[] values) {
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_1);
        percentile.setData(values);
        return new Percentiles(
                values.length,
                percentile.evaluate(50),
                percentile.evaluate(95),
                percentile.evaluate(99),
                percentile.evaluate(100));
    }
}
