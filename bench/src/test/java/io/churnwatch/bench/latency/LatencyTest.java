package io.churnwatch.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final LoadSchedule SCHEDULE = new LoadSchedule(100, Duration.ofSeconds(2), Duration.ofSeconds(1), 3);
    private static final long START = -5_000_000_000L; // System.nanoTime may be negative

    @Test
    void aScheduleBeginsWithItsWarmUpAndSpacesItsEventsEvenly() {
        assertThat(SCHEDULE.events()).isEqualTo(500);
        assertThat(SCHEDULE.firstOfRound(0)).isEqualTo(200);
        assertThat(SCHEDULE.dueNanos(201) - SCHEDULE.dueNanos(200)).isEqualTo(10_000_000);
    }

    @Test
    void latencyCountsFromTheMomentWhenAnEventWasDueAndNotFromWhenItWasSent() {
        Arrivals arrivals = new Arrivals(SCHEDULE.events());
        arrivals.note(200, START + SCHEDULE.dueNanos(200) + 7_000_000);
        arrivals.note(201, START + SCHEDULE.dueNanos(200) + 17_000_000);

        assertThat(arrivals.latencies(SCHEDULE, 0, START)).isEqualTo(new Percentiles(2, 7, 7, 7, 7));
    }

    @Test
    void whatArrivesTwiceArrivedTheFirstTimeAndTheWarmUpIsNotMeasured() {
        Arrivals arrivals = new Arrivals(SCHEDULE.events());
        arrivals.note(199, START);
        arrivals.note(300, START + SCHEDULE.dueNanos(300) + 1_000_000);
        arrivals.note(300, START + SCHEDULE.dueNanos(300) + 9_000_000);
        arrivals.note(-1, START);

        assertThat(arrivals.count()).isEqualTo(2);
        assertThat(arrivals.latencies(SCHEDULE, 0, START).count()).isZero();
        assertThat(arrivals.latencies(SCHEDULE, 1, START).max()).isEqualTo(1);
    }

    @Test
    void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
        double[] oneToThousand =
                IntStream.rangeClosed(1, 1_000).mapToDouble(i -> 1_001 - i).toArray();

        assertThat(Percentiles.of(oneToThousand)).isEqualTo(new Percentiles(1_000, 500, 950, 990, 1_000));
        assertThat(Percentiles.of(new double[] {3})).isEqualTo(new Percentiles(1, 3, 3, 3, 3));
        assertThat(Percentiles.of(new double[0]).p99()).isNaN();
    }

    @Test
    void anIdTellsTheEventsPlaceInItsLoadAndInNoOther() {
        EventIds ids = new EventIds("latency-2000");

        assertThat(ids.place("latency-2000-1")).isZero();
        assertThat(ids.place("latency-20000-1")).isNegative();
        assertThat(ids.place("introduction-15634602")).isNegative();
    }
}
