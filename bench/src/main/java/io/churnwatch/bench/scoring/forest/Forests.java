package io.churnwatch.bench.scoring.forest;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.LoggedProgram;
import io.churnwatch.bench.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Forests of the sample that ships, each trained once and kept: by {@code training-spark} as PMML, by scikit-learn as PMML, as
 * ONNX and as compiled C. Both train in a process of their own.
 */
public record Forests(Workspace workspace, Path cache) {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final String MEMORY = "2g";

    /** The forests that are kept in the workspace. */
    public static Forests kept() {
        Workspace workspace = Workspace.find();
        return new Forests(workspace, workspace.cache());
    }

    /** A forest, which is trained first when it is not there. */
    public TrainedForest of(Origin origin, ForestShape shape) {
        Path folder = folder(origin).resolve(shape.toString());
        TrainedForest forest = new TrainedForest(origin, shape, new ModelFiles(folder));
        if (!Files.exists(folder)) {
            make(forest, folder);
        }
        return forest;
    }

    private Path folder(Origin origin) {
        return cache.resolve(origin.title().toLowerCase(Locale.ROOT));
    }

    /** In another folder first: what is half written is never taken for a forest. */
    private void make(TrainedForest forest, Path folder) {
        Path unfinished = folder.resolveSibling(forest.shape() + ".unfinished");
        try {
            Files.createDirectories(folder(forest.origin()));
            training(forest, unfinished).complete(LIMIT);
            if (forest.origin() == Origin.SCIKIT_LEARN) {
                compile(new ModelFiles(unfinished), folder);
            }
            Files.move(unfinished, folder);
        } catch (IOException e) {
            throw new BenchmarkFailedException("The folder of " + forest + " cannot be written: " + e, e);
        }
    }

    private LoggedProgram training(TrainedForest forest, Path out) throws IOException {
        List<String> arguments = List.of(
                "--customers=" + workspace.sampleCustomersIn(cache),
                "--trees=" + forest.shape().trees(),
                "--depth=" + forest.shape().depth(),
                "--out=" + out);
        List<String> commandLine = switch (forest.origin()) {
            case SPARK -> workspace.spark("io.churnwatch.training.TrainChurnModel", MEMORY, arguments);
            case SCIKIT_LEARN -> workspace.python("export_forest.py", arguments);
        };
        // sklearn2pmml's converter is a Java program.
        Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xmx" + MEMORY);
        Path folder = folder(forest.origin());
        return new LoggedProgram(
                "Training " + forest, commandLine, folder, java, folder.resolve(forest.shape() + ".log"));
    }

    private void compile(ModelFiles unfinished, Path folder) {
        Path driver = workspace.peerSource("row_by_row.c");
        TreeliteProgram.of(unfinished)
                .forEach(program -> program.compile(driver, Path.of(folder + "-" + program.name() + ".log")));
    }
}
