package io.churnwatch.bench.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.training.evaluate.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares how well methods score the customers held out in folds, and writes JSON. */
@Command(
        name = "report-folds",
        mixinStandardHelpOptions = true,
        description = "Compares how well methods score the customers held out in folds, and writes JSON.")
public final class ReportFolds implements Callable<Integer> {
    private static final List<Metric> METRICS = List.of(Metric.ROC_AUC, Metric.PR_AUC, Metric.BRIER, Metric.LOG_LOSS);

    @Option(names = "--scores", paramLabel = "DIR", required = true, description = "Folder of the scores.")
    @SuppressWarnings("NullAway.Init")
    private Path scores;

    @Option(names = "--repeats", paramLabel = "N", description = "As the folds were made (${DEFAULT-VALUE}).")
    private int repeats = 3;

    @Option(names = "--folds", paramLabel = "N", description = "As the folds were made (${DEFAULT-VALUE}).")
    private int folds = 5;

    @Option(
            names = "--against",
            paramLabel = "NAME",
            description = "The method that all are compared with (${DEFAULT-VALUE}).")
    private String against = "sklearn";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The JSON to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReportFolds()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<Quality> qualities = new ArrayList<>();
        for (String method : methods()) {
            for (Metric metric : METRICS) {
                qualities.add(quality(method, metric));
            }
        }
        new ObjectMapper().writeValue(out.toFile(), new Comparison(against, qualities));
        return CommandLine.ExitCode.OK;
    }

    private record Comparison(String against, List<Quality> qualities) {}

    /** The mean over the folds, and the mean difference to the method that all are compared with. */
    private record Quality(String method, String metric, double mean, double difference, double low, double high) {}

    private Quality quality(String method, Metric metric) {
        double[] values = values(method, metric);
        FoldDifference difference = FoldDifference.of(values, values(against, metric), folds);
        return new Quality(
                method,
                metric.label(),
                Arrays.stream(values).average().orElseThrow(),
                difference.mean(),
                difference.interval().low(),
                difference.interval().high());
    }

    /** Those that scored every fold. */
    private List<String> methods() throws IOException {
        try (Stream<Path> files = Files.list(scores)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("-.*", ""))
                    .distinct()
                    .filter(method -> cells().allMatch(cell -> FoldScores.of(scores, method, cell / folds, cell % folds)
                            .exist()))
                    .sorted()
                    .toList();
        }
    }

    private double[] values(String method, Metric metric) {
        return cells().mapToDouble(cell -> metric.of(FoldScores.of(scores, method, cell / folds, cell % folds)
                        .read()))
                .toArray();
    }

    private IntStream cells() {
        return IntStream.range(0, repeats * folds);
    }
}
