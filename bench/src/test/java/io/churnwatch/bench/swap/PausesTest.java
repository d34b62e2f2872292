package io.churnwatch.bench.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.report.Quantiles;
import io.churnwatch.bench.report.ServiceRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void aPauseIsTheLongestWaitBeyondTheUsualOne() {
        List<Pauses.Scored> events = steadyStream();
        events.add(scored(1_500, 90)); // within the swap's two seconds
        events.add(scored(2_500, 30)); // after them
        events.add(scored(9_000, 999)); // long after

        Pauses pauses = Pauses.of(events, List.of(new Swap(START, START.plusSeconds(1))));

        assertThat(pauses.usualMillis()).isEqualTo(10);
        assertThat(pauses.swapMillis()).containsExactly(80);
        assertThat(pauses.calmMillis()).containsExactly(20);
    }

    @Test
    void ofTwentyTheP99IsTheLongest() {
        double[] twenty = IntStream.rangeClosed(1, 20).mapToDouble(i -> i).toArray();

        assertThat(Quantiles.of(twenty, 0.5)).isEqualTo(10);
        assertThat(Quantiles.of(twenty, 0.99)).isEqualTo(20);
        assertThat(Quantiles.of(new double[] {7}, 0.5)).isEqualTo(7);
    }

    @Test
    void theReportJudgesTheP99() {
        assertThat(report(99)).contains("**Met.**");
        assertThat(report(101)).contains("**Worse than wanted**, within the limit of 250 ms");
        assertThat(report(251)).contains("beyond even the limit");
    }

    private static String report(double longest) {
        Machine machine = new Machine("a processor", 2, 8, "Linux amd64", "a JVM", 0.1);
        Pauses pauses = new Pauses(9, new double[] {5, longest}, new double[] {4, 6});
        ServiceRun run = new ServiceRun(machine, START, "./churnwatch bench swaps", false, "20 swaps in one run");
        return new SwapsReport(run, "2,000 events a second", "each a forest of its own", pauses).markdown();
    }

    /** Ten seconds of an event each 10 ms, each scored 10 ms later. */
    private static List<Pauses.Scored> steadyStream() {
        List<Pauses.Scored> events = new ArrayList<>();
        for (int millis = 0; millis < 10_000; millis += 10) {
            events.add(scored(millis, 10));
        }
        return events;
    }

    private static Pauses.Scored scored(int millis, int waited) {
        return new Pauses.Scored(START.plusMillis(millis), START.plusMillis(millis + waited));
    }
}
