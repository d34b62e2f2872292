package io.churnwatch.training.report;

import io.churnwatch.scoring.InputField;
import io.churnwatch.training.evaluate.Confusion;
import io.churnwatch.training.evaluate.Evaluation;
import io.churnwatch.training.evaluate.EvaluationDetails;
import io.churnwatch.training.evaluate.FieldImportance;
import io.churnwatch.training.evaluate.Interval;
import io.churnwatch.training.evaluate.Lift;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.evaluate.PairedComparison;
import io.churnwatch.training.evaluate.ScoredCustomer;
import io.churnwatch.training.evaluate.Segment;
import io.churnwatch.training.publish.Artifact;
import io.churnwatch.training.publish.ModelVersion;
import io.churnwatch.training.publish.ModelVersion.Search;
import io.churnwatch.training.train.TuningReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes a model, its data and its quality for the person who decides whether it may serve.
 *
 * @see <a href="https://doi.org/10.1145/3287560.3287596">Mitchell et al., Model cards for model reporting, FAT* 2019</a>
 */
public final class ModelCard {
    private final ModelVersion version;
    private final List<Artifact> charts;

    private ModelCard(ModelVersion version, List<Artifact> charts) {
        this.version = version;
        this.charts = charts;
    }

    /** Returns the card in Markdown and in HTML, and its charts. */
    public static List<Artifact> of(ModelVersion version, List<ScoredCustomer> heldOut) {
        List<Artifact> charts = Charts.ifPossible(heldOut, version.metrics().details());
        ModelCard card = new ModelCard(version, charts);
        List<Artifact> files = new ArrayList<>(charts);
        MarkdownPage page = card.page();
        files.add(file("model-card.md", page.toString()));
        files.add(file("model-card.html", HtmlPage.of(page, charts)));
        return files;
    }

    private static Artifact file(String name, String text) {
        return new Artifact(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private MarkdownPage page() {
        MarkdownPage page = new MarkdownPage("Model " + version.name());
        writeWhatItIs(page);
        writeData(page);
        writeQuality(page);
        writeAlerts(page);
        writeComparisons(page);
        writeImportances(page);
        writeSegments(page);
        writeSearch(page, version.metrics().search());
        writeChecks(page);
        writeCharts(page);
        return page;
    }

    private void writeWhatItIs(MarkdownPage page) {
        page.paragraph(
                "Estimates the probability that a customer of the bank leaves. It is meant to rank the customers whom"
                        + " people call first, not to decide anything about a customer by itself.");
        page.table(
                List.of("", ""),
                List.of(
                        List.of("Algorithm", version.algorithm().fullName()),
                        List.of("Shape", version.metrics().parameters().summary()),
                        List.of("Seed", "" + version.metrics().parameters().seed()),
                        List.of(
                                "Sees",
                                version.features().stream()
                                        .map(InputField::name)
                                        .collect(Collectors.joining(", "))),
                        List.of("Trained", version.identity().trainedAt().toString()),
                        List.of("SHA-256 of the PMML", version.pmml().sha256())));
    }

    private void writeData(MarkdownPage page) {
        page.heading("Data");
        page.paragraph("Of %s it was fitted to %d (%d left); the rest was held out, %s."
                .formatted(
                        version.metrics().data().summary(),
                        version.metrics().training().customers(),
                        version.metrics().training().exited(),
                        version.metrics().split().why()));
        if (!version.metrics().data().unknown().isEmpty()) {
            page.table(
                    List.of("Unknown", "Customers"),
                    version.metrics().data().unknown().entrySet().stream()
                            .map(field -> List.of(field.getKey(), "" + field.getValue()))
                            .toList());
        }
        page.paragraph("Hash of the training rows: " + version.trainingDataHash());
    }

    private void writeQuality(MarkdownPage page) {
        Evaluation evaluation = version.metrics().heldOut();
        page.heading("Quality");
        page.paragraph("On %d customers that it never saw, %d of whom left; with intervals of 95 %% from a bootstrap."
                .formatted(evaluation.customers(), evaluation.exited()));
        page.table(
                List.of("Metric", "Value", "From", "To"),
                Arrays.stream(Metric.values())
                        .map(metric ->
                                quality(metric, evaluation, version.metrics().details()))
                        .toList());
        page.paragraph("Expected calibration error %s.".formatted(number(evaluation.ece())));
    }

    private static List<String> quality(Metric metric, Evaluation evaluation, EvaluationDetails details) {
        Interval interval = details.intervals().getOrDefault(metric, new Interval(Double.NaN, Double.NaN));
        return List.of(
                metric.label(), number(evaluation.value(metric)), number(interval.low()), number(interval.high()));
    }

    private void writeAlerts(MarkdownPage page) {
        Confusion confusion = version.metrics().heldOut().confusion();
        page.heading("With alerts above " + confusion.threshold());
        page.table(
                List.of("", "Left", "Stayed"),
                List.of(
                        List.of("Alert", "" + confusion.truePositives(), "" + confusion.falsePositives()),
                        List.of("No alert", "" + confusion.falseNegatives(), "" + confusion.trueNegatives())));
        page.paragraph("Precision %s, recall %s.".formatted(number(confusion.precision()), number(confusion.recall())));
        page.table(
                List.of("Called first", "Of those who left", "Lift"),
                version.metrics().details().lift().stream().map(ModelCard::lift).toList());
    }

    private static List<String> lift(Lift lift) {
        return List.of(percent(lift.called()), percent(lift.gain()), number(lift.lift()));
    }

    private void writeComparisons(MarkdownPage page) {
        EvaluationDetails details = version.metrics().details();
        writeComparison(page, "Beside the champion", details.champion());
        writeComparison(page, "What leaving out fields costs", details.complete());
    }

    private static void writeComparison(MarkdownPage page, String heading, @Nullable PairedComparison comparison) {
        if (comparison == null) {
            return;
        }
        page.heading(heading);
        page.paragraph("On the same customers as %s. A difference whose interval holds 0 may be chance."
                .formatted(comparison.other()));
        page.table(
                List.of("Metric", "Theirs", "Difference", "From", "To"),
                comparison.differences().entrySet().stream()
                        .map(entry -> difference(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<String> difference(Metric metric, PairedComparison.Difference difference) {
        return List.of(
                metric.label(),
                number(difference.other()),
                signed(difference.difference()),
                signed(difference.interval().low()),
                signed(difference.interval().high()));
    }

    private void writeImportances(MarkdownPage page) {
        page.heading("What it relies on");
        page.paragraph(
                "ROC AUC lost when a field's values are shuffled among the customers, and by how much the field moves"
                        + " a probability on average (SHAP).");
        page.table(
                List.of("Field", "ROC AUC lost", "Mean contribution"),
                version.metrics().details().importances().stream()
                        .map(ModelCard::importance)
                        .toList());
    }

    private static List<String> importance(FieldImportance importance) {
        return List.of(importance.field(), number(importance.rocAucLost()), number(importance.meanContribution()));
    }

    private void writeSegments(MarkdownPage page) {
        page.heading("Parts of the customers");
        page.table(
                List.of("", "Customers", "Left", "Mean probability", "ROC AUC", "Alerts", "Precision", "Recall"),
                version.metrics().details().segments().stream()
                        .map(ModelCard::segment)
                        .toList());
    }

    private static List<String> segment(Segment segment) {
        return List.of(
                segment.field() + " " + segment.value(),
                "" + segment.customers(),
                percent(segment.shareExited()),
                number(segment.meanProbability()),
                number(segment.rocAuc()),
                "" + segment.alerts(),
                number(segment.precision()),
                number(segment.recall()));
    }

    private static void writeSearch(MarkdownPage page, @Nullable Search search) {
        if (search == null) {
            return;
        }
        page.heading("Shapes that were compared");
        page.paragraph("By %s in cross-validation. A calibration would gain %s to %s of Brier score, and is %s."
                .formatted(
                        search.tuning().metric().label(),
                        signed(search.brierGained().low()),
                        signed(search.brierGained().high()),
                        search.calibrated() ? "part of the model" : "left out"));
        page.table(
                List.of("Shape", "Mean"),
                search.tuning().shapes().stream().map(ModelCard::shape).toList());
    }

    private static List<String> shape(TuningReport.Shape shape) {
        return List.of(shape.parameters().summary(), number(shape.mean()));
    }

    private void writeChecks(MarkdownPage page) {
        page.heading("Checks");
        page.paragraph("Spark, jpmml and Churnwatch's own engine agree on %s."
                .formatted(version.metrics().parity().summary()));
    }

    private void writeCharts(MarkdownPage page) {
        page.heading("Charts");
        if (charts.isEmpty()) {
            page.paragraph(
                    "None: this machine's Java cannot draw text. Install fontconfig and a font, such as DejaVu.");
        }
        charts.forEach(page::image);
    }

    private static String number(@Nullable Double value) {
        return value == null || Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
