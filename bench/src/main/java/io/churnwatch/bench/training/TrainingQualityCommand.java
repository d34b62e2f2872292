package io.churnwatch.bench.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.bench.process.LoggedProgram;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.report.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private static final String MEMORY = "4g";

    @Mixin
    private final RunRecorder recording = new RunRecorder();

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

    @Override
    public Integer call() throws IOException {
        RunRecorder.Report report = recording.start("training-quality");
        Workspace workspace = Workspace.find();
        Path kept = Files.createDirectories(
                scores == null ? workspace.cache().resolve("training-quality") : scores.toAbsolutePath());
        Path file = customers == null ? workspace.sampleCustomersIn(kept) : customers.toAbsolutePath();
        Path comparison = kept.resolve("comparison.json");
        run(
                kept,
                "Training on folds with Spark",
                workspace.spark(
                        "io.churnwatch.bench.training.ScoreFolds",
                        MEMORY,
                        List.of(file.toString(), kept.toString(), Integer.toString(repeats), Integer.toString(folds))));
        run(
                kept,
                "Training on folds with scikit-learn",
                workspace.python("training/score_folds.py", List.of("--customers=" + file, "--folds=" + kept)));
        run(
                kept,
                "Comparing",
                workspace.python(
                        "training/compare_folds.py",
                        List.of(
                                "--scores=" + kept,
                                "--repeats=" + repeats,
                                "--folds=" + folds,
                                "--out=" + comparison)));
        report.write(
                "repeated stratified cross-validation: %d times %d folds, the same for all".formatted(repeats, folds),
                new ObjectMapper().readTree(comparison.toFile()));
        return CommandLine.ExitCode.OK;
    }

    private static void run(Path folder, String task, List<String> commandLine) {
        new LoggedProgram(
                        task, commandLine, folder, task.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .complete(LIMIT);
    }
}
