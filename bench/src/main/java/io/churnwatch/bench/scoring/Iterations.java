package io.churnwatch.bench.scoring;

import io.churnwatch.bench.scoring.report.Figure;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The iterations of one process.
 *
 * @param nanos per row of each
 * @param bytes per row of each on the Java heap; empty outside a JVM
 */
record Iterations(double[] nanos, double[] bytes) {
    /** The figure of several processes together. */
    static Figure figure(List<Iterations> processes) {
        return Figure.of(
                processes.stream()
                        .flatMapToDouble(process -> DoubleStream.of(process.nanos))
                        .toArray(),
                processes.stream()
                        .flatMapToDouble(process -> DoubleStream.of(process.bytes))
                        .toArray());
    }

    double nanosMean() {
        return DoubleStream.of(nanos).average().orElseThrow();
    }
}
