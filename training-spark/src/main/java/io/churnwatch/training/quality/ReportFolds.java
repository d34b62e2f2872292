package io.churnwatch.training.quality;

import io.churnwatch.training.evaluate.Metric;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares what contenders said of the customers held out in folds, and prints it as Markdown. */
@Command(
        name = "report-folds",
        mixinStandardHelpOptions = true,
        description = "Compares what contenders said of the customers held out in folds, and prints it as Markdown.")
public final class ReportFolds implements Callable<Integer> {
    private static final List<Metric> METRICS = List.of(Metric.ROC_AUC, Metric.PR_AUC, Metric.BRIER, Metric.LOG_LOSS);

    @Option(names = "--scores", paramLabel = "DIR", required = true, description = "Folder of the scores.")
    @SuppressWarnings("NullAway.Init")
    private Path scores;

    @Option(names = "--repeats", paramLabel = "N", description = "As the folds were made (${DEFAULT-VALUE}).")
    private int repeats = 3;

    @Option(names = "--folds", paramLabel = "N", description = "As the folds were made (${DEFAULT-VALUE}).")
    private int folds = 5;

    @Option(names = "--against", paramLabel = "NAME", description = "Whom all are compared with (${DEFAULT-VALUE}).")
    private String against = "sklearn";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReportFolds()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(row(
                Stream.concat(Stream.of("Mean over the folds"), METRICS.stream().map(Metric::words))));
        out.println(row(Stream.concat(Stream.of("---"), METRICS.stream().map(metric -> "---:"))));
        List<String> contenders = contenders();
        contenders.forEach(contender -> out.println(means(contender)));
        out.println();
        out.println(row(Stream.concat(
                Stream.of("Difference to " + against), METRICS.stream().map(Metric::words))));
        out.println(row(Stream.concat(Stream.of("---"), METRICS.stream().map(metric -> "---:"))));
        contenders.stream()
                .filter(contender -> !contender.equals(against))
                .forEach(contender -> out.println(differences(contender)));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    /** Those who scored every fold. */
    private List<String> contenders() throws IOException {
        try (Stream<Path> files = Files.list(scores)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("-.*", ""))
                    .distinct()
                    .filter(contender -> cells().allMatch(
                                    cell -> FoldScores.of(scores, contender, cell / folds, cell % folds)
                                            .exist()))
                    .sorted()
                    .toList();
        }
    }

    private String means(String contender) {
        return row(Stream.concat(
                Stream.of(contender),
                METRICS.stream()
                        .map(metric -> String.format(
                                Locale.ROOT,
                                "%.4f",
                                Arrays.stream(values(contender, metric))
                                        .average()
                                        .orElseThrow()))));
    }

    private String differences(String contender) {
        return row(Stream.concat(
                Stream.of(contender),
                METRICS.stream()
                        .map(metric -> FoldDifference.of(values(contender, metric), values(against, metric), folds))
                        .map(difference -> String.format(
                                Locale.ROOT,
                                "%+.4f (%+.4f to %+.4f)",
                                difference.mean(),
                                difference.interval().low(),
                                difference.interval().high()))));
    }

    private double[] values(String contender, Metric metric) {
        return cells().mapToDouble(cell -> metric.of(FoldScores.of(scores, contender, cell / folds, cell % folds)
                        .read()))
                .toArray();
    }

    private IntStream cells() {
        return IntStream.range(0, repeats * folds);
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }
}
