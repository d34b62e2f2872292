package io.churnwatch.bench.scoring.report;

import io.churnwatch.bench.report.BarChart;
import io.churnwatch.bench.report.Numbers;
import io.churnwatch.bench.scoring.contender.Comparison;
import io.churnwatch.bench.scoring.contender.Contender;
import java.util.Locale;
import java.util.stream.Collectors;

/** One comparison on one forest, as a chart and a table. */
record ComparisonTable(Comparison comparison, ForestFigures forest) {
    /** The file of the chart, beside the report. */
    String image() {
        return "img/%s-%s.svg".formatted(comparison.name().toLowerCase(Locale.ROOT), forest.shape());
    }

    BarChart chart() {
        return new BarChart(
                comparison.title() + ", " + forest.shape() + " of "
                        + forest.origin().title(),
                unit(),
                forest.measured(comparison).stream()
                        .filter(comparison::charts)
                        .map(contender -> new BarChart.Bar(
                                contender.title(), inUnits(forest.of(contender).nanos()), contender.isOurs()))
                        .toList());
    }

    String markdown() {
        return """

                ### %s

                ![%s](%s)

                | | %s per row | fastest to slowest iteration | %s | bytes per row |
                |---|---:|---:|---:|---:|
                %s""".formatted(
                        comparison.title(),
                        comparison.title(),
                        image(),
                        unit(),
                        comparison.ratio(),
                        forest.measured(comparison).stream().map(this::row).collect(Collectors.joining()));
    }

    private String row(Contender contender) {
        Figure figure = forest.of(contender);
        double ratio = comparison.ratio(
                figure.nanos(), forest.of(comparison.reference()).nanos());
        return "| %s%s | %s | %s – %s | %s | %s |\n"
                .formatted(
                        contender.title(),
                        figure.isUnsteady() ? " (unsteady)" : "",
                        Numbers.inWords(inUnits(figure.nanos())),
                        Numbers.inWords(inUnits(figure.nanosMin())),
                        Numbers.inWords(inUnits(figure.nanosMax())),
                        Numbers.inWords(ratio),
                        Double.isNaN(figure.bytes()) ? "–" : Numbers.inWords(Math.rint(figure.bytes())));
    }

    private String unit() {
        return comparison.inMicroseconds() ? "µs" : "ns";
    }

    private double inUnits(double nanos) {
        return comparison.inMicroseconds() ? nanos / 1000 : nanos;
    }
}
