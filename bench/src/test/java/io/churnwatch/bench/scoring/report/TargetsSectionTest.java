package io.churnwatch.bench.scoring.report;

import static io.churnwatch.bench.scoring.report.ReportFixture.figures;
import static io.churnwatch.bench.scoring.report.ReportFixture.forest;
import static io.churnwatch.bench.scoring.report.ReportFixture.steady;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.scoring.contender.Contender;
import io.churnwatch.bench.scoring.forest.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetsSectionTest {
    private final Map<Contender, Figure> bySpark = figures(Origin.SPARK);
    private final Map<Contender, Figure> byScikitLearn = figures(Origin.SCIKIT_LEARN);

    @Test
    void nothingIsSaidToBeWorseWhenAllIsAsWanted() {
        assertThat(worse()).isEqualTo("- nothing");
        assertThat(asWanted())
                .contains(
                        "- 100x10, times as fast as jpmml: 120. Wanted: at least 100.",
                        "- 100x10, ns per row of unchanged key: 50. Wanted: at most 60.",
                        "- 100x10, times as fast as the textbook's TreeSHAP: 40. Wanted: at least 30.",
                        "- 100x10, times as fast as ONNX Runtime: 9. Wanted: at least 8.",
                        "- 100x10, times as fast as Treelite's C: 8. Wanted: at least 5.",
                        "- 100x10, times as fast as Treelite's tuned C: 6. Wanted: at least 5.");
    }

    @Test
    void whatIsWorseThanWantedIsSaidInWords() {
        bySpark.put(Contender.OURS, steady(1_250, 24));
        byScikitLearn.put(Contender.ONNX_RUNTIME, steady(7_000, 160));

        assertThat(worse())
                .contains(
                        "100x10, times as fast as jpmml: 96. **Worse than wanted:** at least 100; within the limit of 60.",
                        "100x10, ns per score: 1,250. **Worse than wanted:** at most 1,000.",
                        "100x10, bytes per score: 24. **Worse than wanted:** at most 0.",
                        "100x10, times as fast as ONNX Runtime: 7. **Worse than wanted:** at least 8.")
                .doesNotContain("Treelite", "TreeSHAP");
    }

    @Test
    void whatIsLessThanAnObjectPerScoreIsTheMeasurings() {
        bySpark.put(Contender.OURS, steady(1_000, 12));

        assertThat(asWanted()).contains("- 100x10, bytes per score: 0. Wanted: at most 0.");
    }

    @Test
    void whatIsBeyondTheLimitIsSaidToBeSo() {
        bySpark.put(Contender.OURS, steady(4_000, 0));

        assertThat(worse()).contains("100x10, times as fast as jpmml: 30.", "; **beyond even the limit** of 60.");
    }

    @Test
    void aTargetOfADisturbedFigureSaysSo() {
        bySpark.put(Contender.JPMML, new Figure(120_000, 100_000, 400_000, 46_000));

        assertThat(asWanted()).contains("times as fast as jpmml: 120 (of unsteady figures). Wanted");
    }

    @Test
    void whatWasNotMeasuredIsNamed() {
        byScikitLearn.remove(Contender.TREELITE_TUNED);

        assertThat(unknown())
                .contains(
                        "- 100x5: times as fast as jpmml; bytes per score; ns per row of unchanged key; times as fast as ONNX")
                .contains("- 100x10: times as fast as Treelite's tuned C\n")
                .contains("- 300x12: times as fast as jpmml; ");
    }

    private String worse() {
        return between("Worse than wanted:\n", "As wanted:");
    }

    private String asWanted() {
        return between("As wanted:\n", "Not measured");
    }

    private String unknown() {
        return between("Not measured in this run", "$");
    }

    private String between(String start, String end) {
        String section = new TargetsSection(
                        List.of(forest(Origin.SPARK, bySpark), forest(Origin.SCIKIT_LEARN, byScikitLearn)))
                .markdown();
        int from = section.indexOf(start) + start.length();
        int to = section.indexOf(end, from);
        return section.substring(from, to < 0 ? section.length() : to).strip() + (to < 0 ? "\n" : "");
    }
}
