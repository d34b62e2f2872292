package io.churnwatch.bench.scoring.forest;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.LoggedProgram;
import io.churnwatch.bench.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Forests that {@code training-spark} trains on the sample that ships, in a process of its own: Spark's class path holds other
 * versions of what this one holds. Each is trained once and kept.
 */
public record SparkForests(Workspace workspace, Path cache) {
    private static final Duration LIMIT = Duration.ofHours(1);

    /** A forest, which is trained first when it is not there. */
    public TrainedForest of(ForestShape shape) {
        Path folder = folder().resolve(shape.toString());
        if (!Files.exists(folder)) {
            train(shape, folder);
        }
        return new TrainedForest(Origin.SPARK, shape, new ModelFiles(folder));
    }

    /** Into another folder first: what is half written is never taken for a forest. */
    private void train(ForestShape shape, Path folder) {
        Path unfinished = folder().resolve(shape + ".unfinished");
        try {
            Files.createDirectories(folder());
            new LoggedProgram(
                            "Training " + shape + " with Spark",
                            commandLine(shape, workspace.sampleCustomersIn(cache), unfinished),
                            folder(),
                            folder().resolve(shape + ".log"))
                    .run(LIMIT);
            Files.move(unfinished, folder);
        } catch (IOException e) {
            throw new BenchmarkFailedException("The folder of " + shape + " cannot be written: " + e, e);
        }
    }

    private List<String> commandLine(ForestShape shape, Path customers, Path out) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + workspace.jvmOptionsFile(Workspace.TRAINING),
                "-cp",
                workspace.classPath(Workspace.TRAINING),
                "io.churnwatch.training.TrainChurnModel",
                "--customers=" + customers,
                "--out=" + out,
                "--trees=" + shape.trees(),
                "--depth=" + shape.depth());
    }

    private Path folder() {
        return cache.resolve("spark");
    }
}
