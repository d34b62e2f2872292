package io.churnwatch.bench.scoring.report;

import static io.churnwatch.bench.scoring.report.ReportFixture.circumstances;
import static io.churnwatch.bench.scoring.report.ReportFixture.figures;
import static io.churnwatch.bench.scoring.report.ReportFixture.forest;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.report.BarChart;
import io.churnwatch.bench.scoring.contender.Contender;
import io.churnwatch.bench.scoring.forest.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringReportTest {
    @TempDir
    private Path folder;

    private final Map<Contender, Figure> bySpark = figures(Origin.SPARK);
    private final Map<Contender, Figure> byScikitLearn = figures(Origin.SCIKIT_LEARN);

    @Test
    void figuresBecomeTablesWithTheirRatios() {
        assertThat(report().markdown())
                .contains("## 100 trees of depth 10, by Spark")
                .contains("| Churnwatch, encoded row | 1,000 | 900 – 1,100 | 120 | 0 |")
                .contains("| jpmml, raw values by name | 120,000 | 108,000 – 132,000 | 1 | 46,000 |")
                .contains("| Key kept, all unchanged | 50 | 45 – 55.0 | 20 | 46,000 |")
                .contains("| Churnwatch TreeSHAP, from the profile | 100 | 90 – 110 | 40 | 46,000 |")
                .contains("## 100 trees of depth 10, by scikit-learn")
                .contains("| ONNX Runtime, Java API, vector | 9,000 | 8,100 – 9,900 | 9 | 46,000 |")
                .contains("| Treelite's C, vector | 8,000 | 7,200 – 8,800 | 8 | – |");
    }

    @Test
    void whereAndHowWasMeasuredStandsAtTheTop() {
        assertThat(report().markdown())
                .contains("| machine | Some CPU, 8 cores, 16 GiB, Linux amd64, Some JVM 17 |")
                .contains("| load average at the start | 0.50 |")
                .contains("| command | `./churnwatch bench scoring` |")
                .contains("| with | Spark 4.0.1, JMH 1.37 |");
    }

    @Test
    void aQuickRunOnABusyMachineSaysSo() {
        assertThat(circumstances(true, 7.5).markdown()).contains("**A quick run on a busy machine:");
        assertThat(circumstances(true, 0.5).markdown()).contains("**A quick run:");
        assertThat(circumstances(false, 7.5).markdown()).contains("**A run on a busy machine:");
        assertThat(circumstances(false, 0.5).markdown()).doesNotContain("not figures to quote");
    }

    @Test
    void itSaysHowWellAllAgree() {
        assertThat(report().markdown())
                .contains("Checked on 2,001 customers before anything was measured: our scores equal those of "
                        + "jpmml to the last bit, ONNX Runtime within 4.0e-07.");
    }

    @Test
    void aFigureThatWasDisturbedIsNamed() {
        assertThat(report().markdown()).doesNotContain("nsteady");

        bySpark.put(Contender.JPMML, new Figure(120_000, 100_000, 400_000, 46_000));

        assertThat(report().markdown())
                .contains("| jpmml, raw values by name (unsteady) | 120,000 |")
                .contains("**Unsteady**, so that their medians and ratios say little: jpmml, raw values by name.");
    }

    @Test
    void aProgramThatCouldNotBeCompiledIsNamed() {
        byScikitLearn.remove(Contender.TREELITE_TUNED);

        assertThat(report().markdown())
                .contains("Not measured, as it took too long to compile: Treelite's C, tuned, vector.")
                .doesNotContain("| Treelite's C, tuned");
    }

    @Test
    void everyImageOfTheReportIsWritten() throws Exception {
        ScoringReport report = report();

        report.writeTo(folder);

        assertThat(folder.resolve("scoring.md")).hasContent(report.markdown());
        assertThat(report.charts().keySet())
                .containsExactly(
                        "img/scoring-100x10.svg",
                        "img/keeping-100x10.svg",
                        "img/explaining-100x10.svg",
                        "img/peers-100x10.svg")
                .allSatisfy(image -> assertThat(folder.resolve(image)).isRegularFile())
                .allSatisfy(image -> assertThat(report.markdown()).contains("](" + image + ")"));
    }

    @Test
    void besideItsPeersOurBarIsNotDwarfedByJpmmls() {
        assertThat(report().charts().get("img/scoring-100x10.svg").bars())
                .extracting(BarChart.Bar::label)
                .contains("jpmml, raw values by name");
        assertThat(report().charts().get("img/peers-100x10.svg").bars())
                .extracting(BarChart.Bar::label)
                .contains("Churnwatch, encoded row", "ONNX Runtime, Java API, vector")
                .doesNotContain("jpmml, raw values by name");
    }

    private ScoringReport report() {
        return new ScoringReport(
                circumstances(false, 0.5),
                List.of(forest(Origin.SPARK, bySpark), forest(Origin.SCIKIT_LEARN, byScikitLearn)));
    }
}
