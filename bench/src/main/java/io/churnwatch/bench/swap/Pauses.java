package io.churnwatch.bench.swap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * For how long the stream stood still, as its events tell: the longest that one of them waited between the log and its score,
 * less what half of all waited at most.
 *
 * @param usualMillis what half of all events waited at most
 * @param swapMillis the pause of each swap, in ascending order
 * @param calmMillis the pause of each span as long in which nothing was swapped, in ascending order
 */
record Pauses(double usualMillis, double[] swapMillis, double[] calmMillis) {
    /** An event's way. */
    record Scored(Instant loggedAt, Instant scoredAt) {
        double waitedMillis() {
            return Duration.between(loggedAt, scoredAt).toNanos() / 1e6;
        }
    }

    static Pauses of(List<Scored> events, List<Swap> swaps) {
        double[] waited =
                events.stream().mapToDouble(Scored::waitedMillis).sorted().toArray();
        double usual = new Percentile().withEstimationType(EstimationType.R_1).evaluate(waited, 50);
        return new Pauses(usual, each(swaps, Swap::span, events, usual), each(swaps, Swap::calm, events, usual));
    }

    private static double[] each(
            List<Swap> swaps, Function<Swap, Swap.Span> part, List<Scored> events, double usualMillis) {
        return swaps.stream()
                .map(part)
                .mapToDouble(span -> longest(span, events) - usualMillis)
                .sorted()
                .toArray();
    }

    private static double longest(Swap.Span span, List<Scored> events) {
        return events.stream()
                .filter(event -> span.contains(event.loggedAt()))
                .mapToDouble(Scored::waitedMillis)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("No event was logged between " + span));
    }
}
