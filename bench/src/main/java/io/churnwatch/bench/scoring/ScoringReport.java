package io.churnwatch.bench.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was measured, as {@code scoring.md} with its charts. Every sentence about a figure is made from the figure.
 *
 * @param command that measures the same again
 */
record ScoringReport(Machine machine, String command, Instant start, Schedule schedule, List<ForestFigures> forests) {
    static final String FILE = "scoring.md";

    /** An iteration that takes so many times another's time was disturbed. */
    private static final double SPREAD_MAX = 1.5;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    ScoringReport {
        forests = List.copyOf(forests);
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("img"));
        Files.writeString(folder.resolve(FILE), markdown());
        for (Map.Entry<String, BarChart> chart : charts().entrySet()) {
            Files.writeString(folder.resolve(chart.getKey()), chart.getValue().svg());
        }
    }

    String markdown() {
        return heading()
                + forests.stream().map(ScoringReport::section).collect(Collectors.joining())
                + targets()
                + notMeasured();
    }

    /** By the name of their file. */
    Map<String, BarChart> charts() {
        Map<String, BarChart> charts = new LinkedHashMap<>();
        for (ForestFigures forest : forests) {
            charts.put(
                    scoringImage(forest), chart("Scoring one row, " + forest.shape(), forest, c -> !c.explains(), 1));
            charts.put(
                    explainingImage(forest),
                    chart("Explaining one row, " + forest.shape(), forest, Contender::explains, 1000));
        }
        return charts;
    }

    private String heading() {
        return """
                # Scoring and explaining one row
                %s
                | | |
                |---|---|
                | machine | %s |
                | load average at the start | %.2f |
                | date | %s |
                | command | `%s` |
                | measured | single thread, average time with JMH; %s; medians over all iterations |

                One row at a time, the next of the held-out customers at every operation. *Encoded row*: the numbers and category
                codes are in an array already. *From the profile*: the values are looked up and encoded first. Our TreeSHAP is
                `PmmlForest.explain`: it encodes the profile, scores it as well and returns a map. The naive walk and the textbook's
                TreeSHAP (Lundberg's algorithm 2 over arrays) are in `bench`, written apart from the engine. The forests are trained
                by Spark on the sample that ships.
                """.formatted(
                        warning(), machine.inWords(), machine.load(), DATE.format(start), command, schedule.inWords());
    }

    /** Empty for a full run on a machine of its own. */
    private String warning() {
        if (!schedule.quick() && !machine.busy()) {
            return "";
        }
        String run = schedule.quick() ? "A quick run" : "A run";
        String where = machine.busy() ? " on a busy machine" : "";
        return "\n> **%s%s: a first look, not figures to quote.**\n".formatted(run, where);
    }

    private static String section(ForestFigures forest) {
        return """

                ## %d trees of depth %d

                ![Scoring one row](%s)

                | scoring | ns per row | fastest to slowest iteration | times jpmml's speed | bytes per row |
                |---|---:|---:|---:|---:|
                %s
                ![Explaining one row](%s)

                | explaining | µs per row | fastest to slowest iteration | times the textbook's speed | bytes per row |
                |---|---:|---:|---:|---:|
                %s
                %s
                %s""".formatted(
                        forest.shape().trees(),
                        forest.shape().depth(),
                        scoringImage(forest),
                        rows(forest, contender -> !contender.explains(), Contender.JPMML, 1),
                        explainingImage(forest),
                        rows(forest, Contender::explains, Contender.TEXTBOOK_TREE_SHAP, 1000),
                        agreement(forest.agreement()),
                        unsteady(forest));
    }

    private static String rows(
            ForestFigures forest, Predicate<Contender> which, Contender reference, double nanosPerUnit) {
        return contenders(which).stream()
                .map(contender -> row(forest, contender, reference, nanosPerUnit))
                .collect(Collectors.joining());
    }

    private static String row(ForestFigures forest, Contender contender, Contender reference, double nanosPerUnit) {
        Figure figure = forest.of(contender);
        return "| %s | %s | %s – %s | %s | %s |\n"
                .formatted(
                        contender.title(),
                        Numbers.inWords(figure.nanos() / nanosPerUnit),
                        Numbers.inWords(figure.nanosMin() / nanosPerUnit),
                        Numbers.inWords(figure.nanosMax() / nanosPerUnit),
                        Numbers.inWords(forest.speedUp(contender, reference)),
                        Numbers.inWords(Math.rint(figure.bytes())));
    }

    private static String agreement(Agreement agreement) {
        return "Of %,d customers, %s than by jpmml and %s than by the naive walk; the two explanations differ by at most %.1e."
                .formatted(
                        agreement.customers(),
                        differences(agreement.jpmmlDifferences()),
                        differences(agreement.naiveDifferences()),
                        agreement.contributionDifference());
    }

    private static String differences(int count) {
        return count == 0 ? "none is scored differently" : "**" + count + " are scored differently**";
    }

    /** Whose ratios say little, as something else was running or the compiler was not done. */
    private static String unsteady(ForestFigures forest) {
        String contenders = contenders(contender -> forest.of(contender).spread() > SPREAD_MAX).stream()
                .map(contender -> "%s (%s times)"
                        .formatted(
                                contender.title(),
                                Numbers.inWords(forest.of(contender).spread())))
                .collect(Collectors.joining("; "));
        return contenders.isEmpty()
                ? ""
                : "\n**Unsteady**, so that their medians and ratios say little; the slowest iteration took so many times the fastest: "
                        + contenders + ".\n";
    }

    private String targets() {
        return """

                ## Against the targets of issue 4

                Worse than wanted:

                %s
                As wanted:

                %s""".formatted(sentences(false), sentences(true)) + notRun();
    }

    private String sentences(boolean met) {
        String sentences = forests.stream()
                .flatMap(forest -> targetsOf(forest)
                        .filter(target -> target.isMetBy(forest) == met)
                        .map(target -> "- " + target.sentence(forest) + "\n"))
                .collect(Collectors.joining());
        return sentences.isEmpty() ? "- nothing\n" : sentences;
    }

    private static Stream<Target> targetsOf(ForestFigures forest) {
        return Target.all().stream().filter(target -> target.shape().equals(forest.shape()));
    }

    private String notRun() {
        List<ForestShape> run = forests.stream().map(ForestFigures::shape).toList();
        String missing = Target.all().stream()
                .map(Target::shape)
                .distinct()
                .filter(shape -> !run.contains(shape))
                .map(ForestShape::toString)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "" : "\nNot run, so nothing is known of its targets: " + missing + ".\n";
    }

    private static String notMeasured() {
        return """

                ## Not measured

                Spark's own `predictProbability`, ONNX Runtime, Treelite, and rows whose split key did not change.
                """;
    }

    private static BarChart chart(String title, ForestFigures forest, Predicate<Contender> which, double nanosPerUnit) {
        return new BarChart(
                title,
                nanosPerUnit == 1 ? "ns" : "µs",
                contenders(which).stream()
                        .map(contender -> new BarChart.Bar(
                                contender.title(), forest.of(contender).nanos() / nanosPerUnit, contender.isOurs()))
                        .toList());
    }

    private static List<Contender> contenders(Predicate<Contender> which) {
        return Arrays.stream(Contender.values()).filter(which).toList();
    }

    private static String scoringImage(ForestFigures forest) {
        return "img/scoring-" + forest.shape() + ".svg";
    }

    private static String explainingImage(ForestFigures forest) {
        return "img/explaining-" + forest.shape() + ".svg";
    }
}
