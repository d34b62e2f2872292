package io.churnwatch.bench.latency;

import io.churnwatch.bench.report.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a round's latencies are spread, in milliseconds.
 *
 * @param count how many there were; of none the rest is NaN
 */
record Percentiles(int count, double p50, double p95, double p99, double max) {
    static Percentiles of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Percentiles(
                sorted.length,
                Quantiles.of(sorted, 0.5),
                Quantiles.of(sorted, 0.95),
                Quantiles.of(sorted, 0.99),
                Quantiles.of(sorted, 1));
    }

    /** Each figure by itself the median over the rounds. */
    static Percentiles median(List<Percentiles> rounds) {
        return new Percentiles(
                (int) median(rounds, Percentiles::count),
                median(rounds, Percentiles::p50),
                median(rounds, Percentiles::p95),
                median(rounds, Percentiles::p99),
                median(rounds, Percentiles::max));
    }

    private static double median(List<Percentiles> rounds, ToDoubleFunction<Percentiles> figure) {
        return Quantiles.of(rounds.stream().mapToDouble(figure).sorted().toArray(), 0.5);
    }
}
