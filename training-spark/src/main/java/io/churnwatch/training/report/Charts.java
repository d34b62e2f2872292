package io.churnwatch.training.report;

import io.churnwatch.training.evaluate.Calibration;
import io.churnwatch.training.evaluate.Curve;
import io.churnwatch.training.evaluate.EvaluationDetails;
import io.churnwatch.training.evaluate.FieldImportance;
import io.churnwatch.training.evaluate.LearningCurve;
import io.churnwatch.training.evaluate.Lift;
import io.churnwatch.training.evaluate.ScoredCustomer;
import io.churnwatch.training.evaluate.Segment;
import io.churnwatch.training.publish.Artifact;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a model, each a PNG. No screen is needed. */
final class Charts {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final Color MODEL = new Color(0x1F, 0x5F, 0xA8);
    private static final Color CHANCE = new Color(0x88, 0x88, 0x88);

    /** None where Java finds no font: a model is not refused for that. */
    static List<Artifact> ifPossible(List<ScoredCustomer> heldOut, EvaluationDetails details) {
        try {
            return of(heldOut, details);
        } catch (InternalError | LinkageError | RuntimeException e) {
            if (canDrawText()) {
                throw e;
            }
            return List.of();
        }
    }

    private static boolean canDrawText() {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 10).canDisplay('A');
        } catch (InternalError | LinkageError | RuntimeException e) {
            return false;
        }
    }

    private static List<Artifact> of(List<ScoredCustomer> heldOut, EvaluationDetails details) {
        List<Artifact> charts = new ArrayList<>();
        charts.add(roc(heldOut));
        charts.add(precisionRecall(heldOut));
        charts.add(calibration(details.bins()));
        charts.add(gain(heldOut));
        charts.add(lift(details.lift()));
        charts.add(importances(details.importances()));
        charts.add(segments(details.segments()));
        if (details.learningCurve() != null) {
            charts.add(learningCurve(details.learningCurve()));
        }
        return charts;
    }

    private static Artifact roc(List<ScoredCustomer> heldOut) {
        XYChart chart = unit("ROC", "Share of those who stayed", "Share of those who left");
        chance(chart, "By lot", 0, 1);
        line(chart, "Model", Curve.roc(heldOut));
        return png("roc", chart);
    }

    private static Artifact precisionRecall(List<ScoredCustomer> heldOut) {
        double share = heldOut.stream().filter(ScoredCustomer::exited).count() / (double) heldOut.size();
        XYChart chart = unit("Precision and recall", "Recall", "Precision");
        chance(chart, "By lot", share, share);
        line(chart, "Model", Curve.precisionRecall(heldOut));
        return png("precision-recall", chart);
    }

    private static Artifact calibration(List<Calibration.Bin> bins) {
        XYChart chart = unit("Calibration", "Mean probability said", "Share who left");
        chance(chart, "True", 0, 1);
        chart.addSeries(
                        "Model",
                        numbers(bins, Calibration.Bin::meanProbability),
                        numbers(bins, Calibration.Bin::shareExited))
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(MODEL)
                .setLineColor(MODEL);
        return png("calibration", chart);
    }

    private static Artifact gain(List<ScoredCustomer> heldOut) {
        XYChart chart = unit("Gain", "Share of the customers called", "Share of those who left");
        chance(chart, "By lot", 0, 1);
        line(chart, "Model", Curve.gain(heldOut));
        return png("gain", chart);
    }

    private static Artifact lift(List<Lift> lift) {
        CategoryChart chart = bars("Lift", "Share of the customers called", "Times as many as by lot");
        chart.addSeries(
                        "Model",
                        lift.stream()
                                .map(step -> Math.round(100 * step.called()) + " %")
                                .toList(),
                        lift.stream().map(Lift::lift).toList())
                .setFillColor(MODEL);
        return png("lift", chart);
    }

    private static Artifact importances(List<FieldImportance> importances) {
        CategoryChart chart = bars("What the model relies on", "", "ROC AUC lost without the field");
        chart.getStyler().setXAxisLabelRotation(45);
        chart.addSeries(
                        "Model",
                        importances.stream().map(FieldImportance::field).toList(),
                        importances.stream().map(FieldImportance::rocAucLost).toList())
                .setFillColor(MODEL);
        return png("importances", chart);
    }

    private static Artifact segments(List<Segment> segments) {
        List<Segment> shown =
                segments.stream().filter(segment -> segment.rocAuc() != null).toList();
        CategoryChart chart = bars("Parts of the customers", "", "ROC AUC");
        chart.getStyler().setXAxisLabelRotation(45).setYAxisMin(0.5).setYAxisMax(1.0);
        chart.addSeries(
                        "Model",
                        shown.stream()
                                .map(segment -> segment.field() + " " + segment.value())
                                .toList(),
                        shown.stream().map(Segment::rocAuc).toList())
                .setFillColor(MODEL);
        return png("segments", chart);
    }

    private static Artifact learningCurve(LearningCurve curve) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Learning curve")
                .xAxisTitle("Customers learnt from")
                .yAxisTitle("ROC AUC")
                .build();
        plain(chart);
        chart.addSeries(
                        "Model",
                        numbers(curve.steps(), LearningCurve.Step::trainingCustomers),
                        numbers(curve.steps(), LearningCurve.Step::rocAuc))
                .setMarkerColor(MODEL)
                .setLineColor(MODEL);
        return png("learning-curve", chart);
    }

    private static XYChart unit(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        plain(chart);
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0)
                .setLegendPosition(LegendPosition.InsideSE)
                .setLegendVisible(true);
        return chart;
    }

    private static CategoryChart bars(String title, String x, String y) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        plain(chart);
        return chart;
    }

    private static void plain(Chart<?, ?> chart) {
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendVisible(false);
    }

    private static void chance(XYChart chart, String name, double left, double right) {
        chart.addSeries(name, List.of(0.0, 1.0), List.of(left, right))
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(CHANCE)
                .setLineStyle(SeriesLines.DASH_DASH);
    }

    private static void line(XYChart chart, String name, Curve curve) {
        chart.addSeries(name, numbers(curve.points(), Curve.Point::x), numbers(curve.points(), Curve.Point::y))
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(MODEL);
    }

    private static <T> List<Double> numbers(List<T> values, ToDoubleFunction<T> number) {
        return values.stream().map(number::applyAsDouble).toList();
    }

    private static Artifact png(String name, Chart<?, ?> chart) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
            return new Artifact(name + ".png", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("An image in memory cannot fail to be written", e);
        }
    }

    private Charts() {}
}
