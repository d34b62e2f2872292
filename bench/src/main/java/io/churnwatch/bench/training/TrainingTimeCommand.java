package io.churnwatch.bench.training;

import io.churnwatch.bench.scoring.forest.BenchmarkFailedException;
import io.churnwatch.bench.scoring.forest.LoggedProgram;
import io.churnwatch.bench.scoring.forest.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench training}: how long a forest takes and how much memory, by Spark and by scikit-learn. */
@Command(
        name = "training",
        mixinStandardHelpOptions = true,
        description =
                "Trains a forest of one shape on generated customers, with Spark and with scikit-learn on every core."
                        + " Prints Markdown. Needs Linux and Python 3.11.",
        footer = {"", "Example:", "  ./churnwatch bench training --rows 10000,100000"})
public final class TrainingTimeCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofHours(1);

    @Option(names = "--rows", paramLabel = "N", split = ",", description = "How many customers (${DEFAULT-VALUE}).")
    private List<Integer> rows = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--trees", paramLabel = "N", description = "Trees of both forests (${DEFAULT-VALUE}).")
    private int trees = 100;

    @Option(names = "--depth", paramLabel = "N", description = "Their depth (${DEFAULT-VALUE}).")
    private int depth = 10;

    @Option(names = "--memory", paramLabel = "SIZE", description = "Heap of the JVM at most (${DEFAULT-VALUE}).")
    private String memory = "6g";

    @Override
    public Integer call() throws IOException {
        Workspace workspace = Workspace.find();
        TrainingPrograms programs = new TrainingPrograms(workspace);
        Path folder = Files.createDirectories(workspace.cache().resolve("training"));
        System.out.println(
                "| customers | with | loaded s | fitted s | evaluated s | peak MiB |\n|---:|---|---:|---:|---:|---:|");
        for (int count : rows) {
            Path customers = generated(programs, folder, count);
            print(count, "Spark", TrainingRun.of(spark(programs, customers, folder), folder.resolve("spark.log")));
            print(count, "scikit-learn", TrainingRun.of(scikitLearn(programs, customers), folder.resolve("peer.log")));
        }
        return CommandLine.ExitCode.OK;
    }

    private static Path generated(TrainingPrograms programs, Path folder, int count) {
        Path customers = folder.resolve("customers-" + count + ".csv");
        List<String> words = programs.python("generate_customers.py", List.of("--rows=" + count, "--out=" + customers));
        if (!Files.exists(customers)
                && !new LoggedProgram("Generating " + count + " customers", words, folder, folder.resolve("rows.log"))
                        .run(LIMIT)) {
            throw new BenchmarkFailedException("Generating customers did not end within an hour");
        }
        return customers;
    }

    private List<String> spark(TrainingPrograms programs, Path customers, Path folder) {
        return programs.spark(
                "io.churnwatch.training.TrainChurnModel",
                memory,
                List.of(
                        "--customers=" + customers,
                        "--out=" + folder.resolve("model"),
                        "--trees=" + trees,
                        "--depth=" + depth));
    }

    private List<String> scikitLearn(TrainingPrograms programs, Path customers) {
        return programs.python(
                "fit_forest.py", List.of("--customers=" + customers, "--trees=" + trees, "--depth=" + depth));
    }

    private static void print(int count, String with, TrainingRun run) {
        System.out.println(String.format(
                Locale.ROOT,
                "| %,d | %s | %.1f | %.1f | %.1f | %,d |",
                count,
                with,
                run.seconds(Stage.LOADED),
                run.seconds(Stage.FITTED),
                run.seconds(Stage.EVALUATED),
                run.peakMegabytes()));
    }
}
