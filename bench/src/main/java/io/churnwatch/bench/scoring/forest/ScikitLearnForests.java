package io.churnwatch.bench.scoring.forest;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.LoggedProgram;
import io.churnwatch.bench.process.PythonEnvironment;
import io.churnwatch.bench.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Forests that scikit-learn trains on the sample that ships, each as PMML, as ONNX and as compiled C. Each is trained and
 * compiled once and kept.
 */
public record ScikitLearnForests(Workspace workspace, Path cache) {
    private static final Duration TRAINING_LIMIT = Duration.ofHours(1);

    /** A forest, which is trained and compiled first when it is not there. */
    public TrainedForest of(ForestShape shape) {
        Path folder = folder().resolve(shape.toString());
        if (!Files.exists(folder)) {
            make(shape, folder);
        }
        return new TrainedForest(Origin.SCIKIT_LEARN, shape, new ModelFiles(folder));
    }

    /** In another folder first: what is half written is never taken for a forest. */
    private void make(ForestShape shape, Path folder) {
        Path unfinished = folder().resolve(shape + ".unfinished");
        try {
            Files.createDirectories(folder());
            train(shape, unfinished);
            for (TreeliteProgram program : TreeliteProgram.of(new ModelFiles(unfinished))) {
                program.compile(
                        workspace.peerSource("row_by_row.c"), folder().resolve(shape + "-" + program.name() + ".log"));
            }
            Files.move(unfinished, folder);
        } catch (IOException e) {
            throw new BenchmarkFailedException("The folder of " + shape + " cannot be written: " + e, e);
        }
    }

    private void train(ForestShape shape, Path out) throws IOException {
        PythonEnvironment environment =
                new PythonEnvironment(cache.resolve("python"), workspace.peerSource("requirements.txt"));
        List<String> commandLine = List.of(
                environment.python().toString(),
                workspace.peerSource("export_forest.py").toString(),
                "--customers=" + workspace.sampleCustomersIn(cache),
                "--trees=" + shape.trees(),
                "--depth=" + shape.depth(),
                "--out=" + out);
        // sklearn2pmml's converter is a Java program.
        Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xmx2g");
        Path log = folder().resolve(shape + ".log");
        new LoggedProgram("Training " + shape + " with scikit-learn", commandLine, folder(), java, log)
                .run(TRAINING_LIMIT);
    }

    private Path folder() {
        return cache.resolve("scikit-learn");
    }
}
