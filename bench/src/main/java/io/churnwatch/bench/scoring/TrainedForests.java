package io.churnwatch.bench.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The forests that are measured: trained once with {@code training-spark} on the sample that ships, and kept. */
record TrainedForests(Workspace workspace, Path cache) {
    private static final String TRAINING = "training-spark";

    /** A forest, which is trained first when it is not there. */
    TrainedForest of(ForestShape shape) {
        Path folder = cache.resolve(shape.toString());
        if (!Files.exists(folder)) {
            train(shape, folder);
        }
        return new TrainedForest(shape, new ModelFiles(folder));
    }

    /** Into another folder first: what is half written is never taken for a forest. */
    private void train(ForestShape shape, Path folder) {
        Path unfinished = cache.resolve(shape + ".unfinished");
        Path log = cache.resolve(shape + ".log");
        System.err.println("Training " + shape + " (once; log: " + log + ") …");
        try {
            Files.createDirectories(cache);
            Process training = new ProcessBuilder(words(shape, sample(), unfinished))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (training.waitFor() != 0) {
                throw new BenchmarkFailedException("The training of " + shape + " failed; see " + log);
            }
            Files.move(unfinished, folder);
        } catch (IOException e) {
            throw new BenchmarkFailedException("The training of " + shape + " could not be run: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailedException("The training of " + shape + " was interrupted", e);
        }
    }

    private List<String> words(ForestShape shape, Path customers, Path out) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + workspace.jvmOptions(TRAINING),
                "-cp",
                workspace.classPath(TRAINING),
                "io.churnwatch.training.TrainChurnModel",
                "--customers=" + customers,
                "--out=" + out,
                "--trees=" + shape.trees(),
                "--depth=" + shape.depth());
    }

    private Path sample() throws IOException {
        Path csv = cache.resolve("customers.csv");
        try (InputStream sample = new GZIPInputStream(Files.newInputStream(workspace.sampleCustomers()))) {
            Files.copy(sample, csv, StandardCopyOption.REPLACE_EXISTING);
        }
        return csv;
    }
}
