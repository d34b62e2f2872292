package io.churnwatch.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ScoringReportTest {
    private static final ForestShape DEEP = new ForestShape(100, 10);
    private static final Machine QUIET = new Machine("Some CPU", 8, 16, "Linux amd64", "Some JVM 17", 0.5);
    private static final Machine BUSY = new Machine("Some CPU", 8, 16, "Linux amd64", "Some JVM 17", 7.5);

    @TempDir
    private Path folder;

    @Test
    void figuresBecomeATableWithTheirRatios() {
        String report = report(Schedule.FULL, QUIET, forest(1_000, 120_000)).markdown();

        assertThat(report)
                .contains("| Churnwatch, encoded row | 1,000 | 900 – 1,100 | 120 | 0 |")
                .contains("| jpmml, from the profile | 120,000 | 108,000 – 132,000 | 1 | 46,000 |")
                .contains("| Churnwatch TreeSHAP, from the profile | 100 | 90 – 110 | 40 | 600 |");
    }

    @Test
    void whatIsWorseThanWantedIsSaidInWords() {
        assertThat(worse(forest(1_250, 100_000)))
                .contains(
                        "100x10, times as fast as jpmml: 80. **Worse than wanted:** at least 100; within the limit of 60.")
                .contains("100x10, ns per score: 1,250. **Worse than wanted:** at most 1,000.")
                .doesNotContain("bytes");
        assertThat(worse(forest(2_000, 100_000))).contains("at least 100; **beyond even the limit** of 60.");
    }

    @Test
    void nothingIsSaidToBeWorseWhenAllIsAsWanted() {
        assertThat(worse(forest(1_000, 120_000)).strip()).isEqualTo("- nothing");
    }

    @Test
    void aForestThatWasNotRunIsNamed() {
        assertThat(report(Schedule.FULL, QUIET, forest(1_000, 120_000)).markdown())
                .contains("Not run, so nothing is known of its targets: 100x5, 300x12.");
    }

    @Test
    void aQuickRunOnABusyMachineSaysSo() {
        ForestFigures forest = forest(1_000, 120_000);

        assertThat(report(Schedule.QUICK, BUSY, forest).markdown()).contains("**A quick run on a busy machine:");
        assertThat(report(Schedule.QUICK, QUIET, forest).markdown()).contains("**A quick run:");
        assertThat(report(Schedule.FULL, BUSY, forest).markdown()).contains("**A run on a busy machine:");
        assertThat(report(Schedule.FULL, QUIET, forest).markdown()).doesNotContain("not figures to quote");
    }

    @Test
    void scoresThatDifferAreCounted() {
        ForestFigures forest = new ForestFigures(DEEP, new Agreement(2000, 3, 0, 1e-15), figures(1_000, 120_000));

        assertThat(report(Schedule.FULL, QUIET, forest).markdown())
                .contains(
                        "Of 2,000 customers, **3 are scored differently** than by jpmml and none is scored differently")
                .contains("at most 1.0e-15");
    }

    @Test
    void aFigureThatWasDisturbedIsNamed() {
        Map<Contender, Figure> figures = figures(1_000, 120_000);
        figures.put(Contender.JPMML, new Figure(120_000, 100_000, 400_000, 46_000));
        ForestFigures forest = new ForestFigures(DEEP, new Agreement(2000, 0, 0, 0), figures);

        assertThat(report(Schedule.FULL, QUIET, forest).markdown())
                .contains("the slowest iteration took so many times the fastest: jpmml, from the profile (4 times).");
        assertThat(report(Schedule.FULL, QUIET, forest(1_000, 120_000)).markdown())
                .doesNotContain("Unsteady");
    }

    @Test
    void everyImageOfTheReportIsWrittenAsXml() throws Exception {
        ScoringReport report = report(Schedule.FULL, QUIET, forest(1_000, 120_000));

        report.writeTo(folder);

        assertThat(folder.resolve("scoring.md")).hasContent(report.markdown());
        assertThat(report.charts().keySet())
                .containsExactly("img/scoring-100x10.svg", "img/explaining-100x10.svg")
                .allSatisfy(image -> assertThat(folder.resolve(image)).isRegularFile())
                .allSatisfy(image -> assertThat(report.markdown()).contains("](" + image + ")"));
    }

    @Test
    void theLongestBarFillsTheChartAndTheOthersAreInProportion() throws Exception {
        String svg = new BarChart(
                        "a < b & c",
                        "ns",
                        List.of(new BarChart.Bar("slow", 1_000, false), new BarChart.Bar("fast", 250, true)))
                .svg();

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        var rectangles = document.getElementsByTagName("rect");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & c");
        assertThat(rectangles.item(1).getAttributes().getNamedItem("width").getNodeValue())
                .isEqualTo("360");
        assertThat(rectangles.item(2).getAttributes().getNamedItem("width").getNodeValue())
                .isEqualTo("90");
    }

    private static String worse(ForestFigures forest) {
        String report = report(Schedule.FULL, QUIET, forest).markdown();
        return report.substring(
                report.indexOf("Worse than wanted:\n") + "Worse than wanted:\n".length(), report.indexOf("As wanted:"));
    }

    private static ScoringReport report(Schedule schedule, Machine machine, ForestFigures... forests) {
        return new ScoringReport(
                machine,
                "./churnwatch bench scoring",
                Instant.parse("2026-11-23T08:00:00Z"),
                schedule,
                List.of(forests));
    }

    private static ForestFigures forest(double ours, double jpmml) {
        return new ForestFigures(DEEP, new Agreement(2000, 0, 0, 1e-15), figures(ours, jpmml));
    }

    private static Map<Contender, Figure> figures(double ours, double jpmml) {
        Map<Contender, Figure> figures = new EnumMap<>(Contender.class);
        figures.put(Contender.OURS, figure(ours, 0.004));
        figures.put(Contender.OURS_FROM_PROFILE, figure(ours + 200, 300));
        figures.put(Contender.NAIVE, figure(8_000, 0.02));
        figures.put(Contender.JPMML, figure(jpmml, 46_000));
        figures.put(Contender.TREE_SHAP, figure(100_000, 600));
        figures.put(Contender.TEXTBOOK_TREE_SHAP, figure(4_000_000, 0.3));
        return figures;
    }

    private static Figure figure(double nanos, double bytes) {
        return new Figure(nanos, nanos * 0.9, nanos * 1.1, bytes);
    }
}
