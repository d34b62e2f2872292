package io.churnwatch.bench.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.report.ServiceRun;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinksReportTest {
    @Test
    void aLineHasTheMediansOfTheRoundsAndTheTargetIsJudged() {
        String report = report(0.1, 800);

        assertThat(report)
                .contains("| our sink, history alone | 800 (400–900) | 80 % | 10.0 | 20.0 | 30.0 |")
                .contains("Our sink writes 80 % of the rows that COPY writes in the same time. Wanted: at least 70 %.")
                .doesNotContain("a first look");
    }

    @Test
    void lessThanWantedAndABusyMachineAreSaid() {
        assertThat(report(1.7, 500)).contains("**Worse than wanted:** at least 70 %.", "A run on a busy machine");
    }

    private static String report(double load, double ours) {
        Map<Contender, List<Measurement>> measured = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            measured.put(contender, List.of(atSpeed(1_000), atSpeed(1_000), atSpeed(1_000)));
        }
        measured.put(Contender.OURS, List.of(atSpeed(900), atSpeed(400), atSpeed(ours)));
        return new SinksReport(
                        new ServiceRun(
                                new Machine("Some processor", 2, 24, "Linux amd64", "Some JVM 17", load),
                                Instant.parse("2026-11-25T12:00:00Z"),
                                "./churnwatch bench sinks",
                                false,
                                "3 rounds"),
                        measured)
                .markdown();
    }

    private static Measurement atSpeed(double rowsPerSecond) {
        return new Measurement(1_000, 1_000 / rowsPerSecond, 0.01, 0.02);
    }
}
