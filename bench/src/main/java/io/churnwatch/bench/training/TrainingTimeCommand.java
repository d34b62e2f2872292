package io.churnwatch.bench.training;

import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.report.RunRecorder;
import io.churnwatch.bench.report.Versions;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.local.stack.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench training}: how long a forest takes and how much memory, by Spark and by scikit-learn. */
@Command(
        name = "training",
        mixinStandardHelpOptions = true,
        description =
                "Measures time and memory of a training on generated customers, beside scikit-learn's forest of the same shape"
                        + " on every core. Writes docs/benchmarks/training.md. Needs Linux and Python 3.11.",
        footer = {"", "Takes some twenty minutes on two cores.", "", "Example:", "  ./churnwatch bench training --quick"
        })
public final class TrainingTimeCommand implements Callable<Integer> {
    private static final int ROWS_MIN = 1_000;
    private static final List<Integer> QUICK_ROWS = List.of(10_000, 50_000);
    private static final List<Integer> ROWS = List.of(10_000, 100_000, 1_000_000);

    @Mixin
    private final RunRecorder recording = new RunRecorder();

    @Option(names = "--quick", description = "A first look: 10,000 and 50,000 customers, one round.")
    private boolean quick;

    @Option(
            names = "--rows",
            paramLabel = "N",
            split = ",",
            description = "How many customers (default: 10000,100000,1000000).")
    private @Nullable List<Integer> rows;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Rounds (default: 3). More than 100,000 customers are trained on once.")
    private @Nullable Integer rounds;

    @Option(
            names = "--forest",
            paramLabel = "TxD",
            description = "Trees and their depth, of both forests (default: ${DEFAULT-VALUE}).")
    private ForestShape forest = new ForestShape(50, 10);

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Heap of our JVM at most (default: ${DEFAULT-VALUE}).")
    private String memory = "6g";

    @Override
    public Integer call() throws IOException {
        recording.require(
                rounds() >= 1 && rows().stream().allMatch(count -> count >= ROWS_MIN),
                "At least 1,000 customers and one round are needed.");
        RunRecorder.Report report = recording.start("training");
        Workspace workspace = Workspace.find();
        Path folder = Files.createDirectories(workspace.cache().resolve("training"));
        TrainingTask task = new TrainingTask(workspace, forest, memory, folder);
        TrainingRounds rounds = new TrainingRounds(task, rows(), rounds(), Progress.onStandardError());
        report.write(
                rounds.inWords(),
                new Figures(versions(workspace), forest.trees(), forest.depth(), memory, rounds.run()));
        return ExitCode.OK;
    }

    private record Figures(String versions, int trees, int depth, String memory, List<MeasuredTraining> trainings) {}

    /** Returns the versions of both sides: {@code Spark 4.0.1, scikit-learn 1.9.0, …}. */
    private static String versions(Workspace workspace) throws IOException {
        Stream<String> spark = Versions.ofJar(workspace.classPath(Workspace.TRAINING), "spark-mllib_2.13").stream()
                .map(version -> "Spark " + version);
        Stream<String> python = Files.readAllLines(workspace.peerSource("training/requirements.txt")).stream()
                .filter(line -> line.matches("(scikit-learn|pandas|numpy)==.*"))
                .map(line -> line.replace("==", " ").replace(" \\", ""));
        return Stream.concat(spark, python).collect(Collectors.joining(", "));
    }

    private List<Integer> rows() {
        return Objects.requireNonNullElse(rows, quick ? QUICK_ROWS : ROWS);
    }

    private int rounds() {
        return rounds != null ? rounds : quick ? 1 : 3;
    }
}
