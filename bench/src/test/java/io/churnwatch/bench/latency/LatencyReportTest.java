package io.churnwatch.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.report.ServiceRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyReportTest {
    private static final LoadSchedule SCHEDULE =
            new LoadSchedule(10_000, Duration.ofSeconds(30), Duration.ofSeconds(20), 1);

    @Test
    void theTableHasEveryRoundAndTheTargetIsJudgedByTheAlertsOfTheLastLoad() {
        assertThat(report(SCHEDULE.events(), 190))
                .contains("| row, round 1 | 9 | 100 | 110 | 120 | 130 |")
                .contains("| **alert, median** | 9 | 20 | 30 | 190 | 200 |")
                .contains(
                        "At 10,000 events a second, 99 % of the alerts are there within 190 ms. Wanted: at most 250 ms.");
    }

    @Test
    void whatIsWorseThanWantedIsSaid() {
        assertThat(report(SCHEDULE.events(), 400)).contains("**Worse than wanted:**", "within the limit of 500 ms");
        assertThat(report(SCHEDULE.events(), 600)).contains("**beyond even the limit**");
    }

    @Test
    void aJobThatDidNotKeepUpIsNoAnswer() {
        assertThat(report(SCHEDULE.events() / 2, 190)).contains("did not keep up", "**Not an answer**");
    }

    private static String report(int arrived, double p99) {
        ServiceRun run = new ServiceRun(
                new Machine("Some processor", 2, 24, "Linux amd64", "Some JVM 17", 0.1),
                Instant.parse("2026-11-25T12:00:00Z"),
                "./churnwatch bench latency",
                false,
                "1 round");
        return new LatencyReport(
                        run,
                        List.of(new LatencyFigures(
                                SCHEDULE,
                                arrived,
                                List.of(new Percentiles(9, 100, 110, 120, 130)),
                                List.of(new Percentiles(9, 20, 30, p99, 200)))))
                .markdown();
    }
}
