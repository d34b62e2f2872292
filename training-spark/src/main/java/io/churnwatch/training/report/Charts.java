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
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the charts of a model as PNGs. No screen is needed. */
final class Charts {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final String MODEL = "Model";
    private static final Color BLUE = new Color(0x1F, 0x5F, 0xA8);
    private static final Color GREY = new Color(0x88, 0x88, 0x88);

    /** Returns no charts where Java finds no font: that is no reason to reject a model. */
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
        line(chart, MODEL, Curve.roc(heldOut));
        return png("roc", chart);
    }

    private static Artifact precisionRecall(List<ScoredCustomer> heldOut) {
        double share = heldOut.stream().filter(ScoredCustomer::exited).count() / (double) heldOut.size();
        XYChart chart = unit("Precision and recall", "Recall", "Precision");
        chance(chart, "By lot", share, share);
        line(chart, MODEL, Curve.precisionRecall(heldOut));
        return png("precision-recall", chart);
    }

    private static Artifact calibration(List<Calibration.Bin> bins) {
        XYChart chart = unit("Calibration", "Mean probability", "Share who left");
        chance(chart, "True", 0, 1);
        chart.addSeries(
                        MODEL,
                        numbers(bins, Calibration.Bin::meanProbability),
                        numbers(bins, Calibration.Bin::shareExited))
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(BLUE)
                .setLineColor(BLUE);
        return png("calibration", chart);
    }

    private static Artifact gain(List<ScoredCustomer> heldOut) {
        XYChart chart = unit("Gain", "Share of the customers called", "Share of those who left");
        chance(chart, "By lot", 0, 1);
        line(chart, MODEL, Curve.gain(heldOut));
        return png("gain", chart);
    }

    private static Artifact lift(List<Lift> lift) {
        CategoryChart chart = plain(
                new CategoryChart(WIDTH, HEIGHT), "Lift", "Share of the customers called", "Times as many as by lot");
        return bars(
                "lift",
                chart,
                lift.stream()
                        .map(step -> Math.round(100 * step.called()) + " %")
                        .toList(),
                lift.stream().map(Lift::lift).toList());
    }

    private static Artifact importances(List<FieldImportance> importances) {
        CategoryChart chart = plain(
                new CategoryChart(WIDTH, HEIGHT), "What the model relies on", "", "ROC AUC lost without the field");
        chart.getStyler().setXAxisLabelRotation(45);
        return bars(
                "importances",
                chart,
                importances.stream().map(FieldImportance::field).toList(),
                importances.stream().map(FieldImportance::rocAucLost).toList());
    }

    private static Artifact segments(List<Segment> segments) {
        List<Segment> shown =
                segments.stream().filter(segment -> segment.rocAuc() != null).toList();
        CategoryChart chart = plain(new CategoryChart(WIDTH, HEIGHT), "Parts of the customers", "", "ROC AUC");
        chart.getStyler().setXAxisLabelRotation(45).setYAxisMin(0.5).setYAxisMax(1.0);
        return bars(
                "segments",
                chart,
                shown.stream()
                        .map(segment -> segment.field() + " " + segment.value())
                        .toList(),
                shown.stream().map(Segment::rocAuc).toList());
    }

    private static Artifact learningCurve(LearningCurve curve) {
        XYChart chart = plain(new XYChart(WIDTH, HEIGHT), "Learning curve", "Customers learnt from", "ROC AUC");
        chart.addSeries(
                        MODEL,
                        numbers(curve.steps(), LearningCurve.Step::trainingCustomers),
                        numbers(curve.steps(), LearningCurve.Step::rocAuc))
                .setMarkerColor(BLUE)
                .setLineColor(BLUE);
        return png("learning-curve", chart);
    }

    /** Both axes are shares. */
    private static XYChart unit(String title, String x, String y) {
        XYChart chart = plain(new XYChart(WIDTH, HEIGHT), title, x, y);
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0)
                .setLegendPosition(LegendPosition.InsideSE)
                .setLegendVisible(true);
        return chart;
    }

    private static <C extends Chart<?, ?>> C plain(C chart, String title, String x, String y) {
        chart.setTitle(title);
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(y);
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendVisible(false);
        return chart;
    }

    private static Artifact bars(String name, CategoryChart chart, List<String> labels, List<Double> values) {
        chart.addSeries(MODEL, labels, values).setFillColor(BLUE);
        return png(name, chart);
    }

    private static void chance(XYChart chart, String name, double left, double right) {
        chart.addSeries(name, List.of(0.0, 1.0), List.of(left, right))
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(GREY)
                .setLineStyle(SeriesLines.DASH_DASH);
    }

    private static void line(XYChart chart, String name, Curve curve) {
        chart.addSeries(name, numbers(curve.points(), Curve.Point::x), numbers(curve.points(), Curve.Point::y))
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(BLUE);
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
