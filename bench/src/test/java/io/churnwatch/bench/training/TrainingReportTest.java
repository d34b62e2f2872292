package io.churnwatch.bench.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.report.ServiceRun;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrainingReportTest {
    private final TrainingFigures figures = new TrainingFigures();

    @Test
    void aLineHasTheMediansOfTheRoundsAndTheirBounds() {
        measured(10_000, Trainer.CHURNWATCH, 4, 800);
        measured(10_000, Trainer.CHURNWATCH, 9, 900);
        measured(10_000, Trainer.CHURNWATCH, 5, 700);
        measured(10_000, Trainer.SCIKIT_LEARN, 10, 1_000);

        assertThat(report())
                .contains(
                        "| 10,000 | Churnwatch | 2.0 (2.0–2.0) | 5.0 (4.0–9.0) | 1.0 (1.0–1.0) | 3.0 (3.0–3.0) | 11.0 (10.0–15.0) | 800 (700–900) | 0.8600 |")
                .contains(
                        "- 10,000 customers: the fit takes 0.50 times as long, the process 0.69 times, and 0.80 times the memory.")
                .doesNotContain("## From");
    }

    @Test
    void whatIsWorseThanHopedStandsOut() {
        measured(100_000, Trainer.CHURNWATCH, 10, 500);
        measured(100_000, Trainer.SCIKIT_LEARN, 5, 1_000);
        measured(1_000_000, Trainer.CHURNWATCH, 120, 1_000);
        measured(1_000_000, Trainer.SCIKIT_LEARN, 240, 4_000);

        assertThat(report())
                .contains("- 100,000 customers: the fit takes **2** times as long")
                .contains("- 1,000,000 customers: the fit takes 0.50 times as long")
                .contains("## From 100,000 to 1,000,000 customers", "the memory 10 times the customers take")
                .contains("| Churnwatch | **12** | 7.88 | 2 |");
    }

    private void measured(int rows, Trainer trainer, double fit, double peak) {
        TrainingLog log = new TrainingLog(2, 2 + fit, 3 + fit, 0.86);
        figures.add(rows, trainer, new TrainingRun(log, 6 + fit, peak));
    }

    private String report() {
        Path anywhere = Path.of("");
        return new TrainingReport(
                        new ServiceRun(
                                new Machine("Some processor", 2, 24, "Linux amd64", "Some JVM 17", 0.1),
                                Instant.parse("2026-11-25T12:00:00Z"),
                                "./churnwatch bench training",
                                false,
                                "3 rounds"),
                        new TrainingTask(
                                new TrainingPrograms(new Workspace(anywhere)),
                                new ForestShape(100, 10),
                                "6g",
                                anywhere),
                        "Spark 4.0.1",
                        figures)
                .markdown();
    }
}
