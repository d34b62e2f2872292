package io.churnwatch.training;

import io.churnwatch.training.run.ProgressLines;
import io.churnwatch.training.run.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;

/**
 * Trains the small forest that the tests of every module score with, and another that differs from it by its seed alone; run
 * it when what Spark exports has changed.
 */
final class ShipSmallForest {
    /** Takes the folder of the test resources: {@code schemas/src/test/resources/model}. */
    public static void main(String[] arguments) throws IOException {
        Path resources = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("small-forest");
        Path customers = GeneratedCustomers.csv(folder.resolve("customers.csv"), 996, 42);
        Files.createDirectories(resources);
        train(customers, folder, "7");
        ship(folder.resolve("model.pmml"), resources.resolve("small-forest.pmml"));
        ship(folder.resolve("scores.csv"), resources.resolve("small-forest-scores.csv"));
        train(customers, folder, "8");
        ship(folder.resolve("model.pmml"), resources.resolve("small-forest-reseeded.pmml"));
    }

    private static void train(Path customers, Path folder, String seed) {
        TrainingProgress progress = new ProgressLines(System.err, System::nanoTime);
        int exitCode = new TrainChurnModel(Map.of(), Clock.systemUTC(), progress)
                .commandLine()
                .execute(
                        "--customers",
                        customers.toString(),
                        "--out",
                        folder.toString(),
                        "--trees",
                        "10",
                        "--depth",
                        "5",
                        "--seed",
                        seed);
        if (exitCode != 0) {
            throw new IllegalStateException("The training failed with exit code " + exitCode);
        }
    }

    private static void ship(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private ShipSmallForest() {}
}
