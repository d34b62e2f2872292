package io.churnwatch.bench.stream.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.stream.run.Checkpoints;
import io.churnwatch.bench.stream.run.Contender;
import io.churnwatch.bench.stream.run.FeedMix;
import io.churnwatch.bench.stream.run.RunFigures;
import io.churnwatch.bench.stream.run.Sinks;
import io.churnwatch.bench.stream.run.Variant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamReportTest {
    private static final int CUSTOMERS = 10_000;

    private final Map<Contender, Medians> medians = new LinkedHashMap<>();

    @Test
    void everyVariantHasARowWithTheMedianOfItsRuns() {
        medians.put(
                new Contender(Variant.FULL, Sinks.REAL, CUSTOMERS),
                new Medians(List.of(run(20_000, 60), run(10_000, 50), run(30_000, 40))));

        assertThat(markdown())
                .contains("| full job | 20,000 | 10,000 – 30,000 | 50.0 | 3.0 | 10.0 | 63.0 | 31,746 | 0.25 | 2.5 |");
    }

    @Test
    void targetsAreJudgedByWhatWasMeasured() {
        measured(Variant.PASS_THROUGH, Sinks.REAL, 60_000, 20);
        measured(Variant.CONSTANT, Sinks.REAL, 30_000, 50);
        measured(Variant.FULL, Sinks.REAL, 25_000, 60);
        measured(Variant.CONSTANT, Sinks.DISCARDING, 50_000, 30);
        measured(Variant.NO_REASONS, Sinks.DISCARDING, 45_000, 35);
        measured(Variant.JPMML, Sinks.DISCARDING, 10_000, 90);

        assertThat(markdown())
                .contains("83.3 % of the constant score's rate is that of the full job. Wanted: at least 70.")
                .contains("41.7 % of pass-through's rate is that of the full job. **Worse than wanted:** at least 50;"
                        + " within the limit of 35.")
                .contains("12 times what our scoring costs is what jpmml's does. Wanted: at least 3.")
                .contains("25,000 events a second go through the full job into PostgreSQL. **Worse than wanted:**"
                        + " at least 30,000; within the limit of 20,000.")
                .contains("Not measured in this run: how many % of the rate with the fewest customers");
    }

    @Test
    void moreCustomersAreComparedWithFewer() {
        measured(Variant.NO_REASONS, Sinks.DISCARDING, 50_000, 40);
        medians.put(
                new Contender(Variant.NO_REASONS, Sinks.DISCARDING, 1_000_000),
                new Medians(List.of(new RunFigures(
                        30_000, 60, 1, 0, 0, 2, new Checkpoints(7, 600L << 20, 20L << 20, 900, 2_000)))));

        assertThat(markdown())
                .contains("| 1,000,000 | 30,000 | 60.0 | 600.0 MiB | 20.0 MiB | 900 ms | 2,000 ms |")
                .contains("60 % of the rate with the fewest customers is that with the most."
                        + " **Worse than wanted:** at least 75.");
    }

    @Test
    void aBusyMachineIsSaidAboveTheFigures() {
        measured(Variant.FULL, Sinks.REAL, 20_000, 50);

        assertThat(markdown()).contains("A run on a busy machine: a first look, not figures to quote.");
    }

    private void measured(Variant variant, Sinks sinks, double perSecond, double jobMicros) {
        medians.put(new Contender(variant, sinks, CUSTOMERS), new Medians(List.of(run(perSecond, jobMicros))));
    }

    private static RunFigures run(double perSecond, double jobMicros) {
        return new RunFigures(perSecond, jobMicros, 3, 10, 0.25, 2.5, new Checkpoints(1, 1 << 20, 1 << 20, 50, 80));
    }

    private String markdown() {
        Machine busy = new Machine("a processor", 2, 8, "Linux amd64", "a JVM", 5);
        return new StreamReport(
                        new StreamCircumstances(busy, Instant.EPOCH, "./churnwatch bench stream", false, 400_000, 3),
                        Optional.of(new FeedMix(0.25, 0.4, 0.045)),
                        medians)
                .markdown();
    }
}
