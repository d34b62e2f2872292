package io.churnwatch.bench.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.LoggedProgram;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.report.BenchmarkRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench training-quality}: our models and scikit-learn's on the same folds of the same customers. */
@Command(
        name = "training-quality",
        mixinStandardHelpOptions = true,
        description =
                "Repeated stratified cross-validation of our models and of scikit-learn's forest on the same folds."
                        + " A run that was stopped continues where it was. Needs Python 3.11.",
        footer = {"", "Example:", "  ./churnwatch bench training-quality --customers churn_modelling.csv"})
public final class TrainingQualityCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofHours(12);
    private static final String QUALITY = "io.churnwatch.bench.spark.";
    private static final String MEMORY = "4g";

    @Option(names = "--customers", paramLabel = "FILE", description = "CSV with a header (the sample that ships).")
    private @Nullable Path customers;

    @Option(
            names = "--scores",
            paramLabel = "DIR",
            description = "Keeps the scores of each customer (.churnwatch/bench/training-quality).")
    private @Nullable Path scores;

    @Option(names = "--repeats", paramLabel = "N", description = "How often the folds are drawn (${DEFAULT-VALUE}).")
    private int repeats = 3;

    @Option(names = "--folds", paramLabel = "N", description = "Folds of each draw (${DEFAULT-VALUE}).")
    private int folds = 5;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes (default: docs/benchmarks).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        BenchmarkRun run = BenchmarkRun.start("training-quality", command(), false);
        Workspace workspace = Workspace.find();
        Path kept = scores == null ? workspace.cache().resolve("training-quality") : scores.toAbsolutePath();
        Files.createDirectories(kept);
        Path file = customers == null ? workspace.sampleCustomersIn(kept) : customers.toAbsolutePath();
        TrainingPrograms programs = new TrainingPrograms(workspace);
        List<String> dealt = List.of("--repeats=" + repeats, "--folds=" + folds);
        run(
                "Training on folds with Spark",
                programs.spark(
                        QUALITY + "ScoreFolds",
                        MEMORY,
                        List.of("--customers=" + file, "--out=" + kept, dealt.get(0), dealt.get(1))),
                kept,
                "spark.log");
        run(
                "Training on folds with scikit-learn",
                programs.python("score_folds.py", List.of("--customers=" + file, "--folds=" + kept)),
                kept,
                "scikit-learn.log");
        Path comparison = kept.resolve("comparison.json");
        run(
                "Comparing",
                programs.spark(
                        QUALITY + "ReportFolds",
                        MEMORY,
                        List.of("--scores=" + kept, "--out=" + comparison, dealt.get(0), dealt.get(1))),
                kept,
                "comparison.log");
        run.write(
                out,
                "repeated stratified cross-validation: %d times %d folds, the same for all".formatted(repeats, folds),
                new ObjectMapper().readTree(comparison.toFile()));
        return CommandLine.ExitCode.OK;
    }

    private String command() {
        return "./churnwatch bench training-quality%s --repeats %d --folds %d"
                .formatted(customers == null ? "" : " --customers " + customers.getFileName(), repeats, folds);
    }

    private static void run(String task, List<String> commandLine, Path folder, String log) {
        if (!new LoggedProgram(task, commandLine, folder, folder.resolve(log)).run(LIMIT)) {
            throw new BenchmarkFailedException(task + " did not end within half a day; start it again to go on");
        }
    }
}
