package io.churnwatch.bench.training;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.LoggedProgram;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A forest of one shape, which is trained in a process of its own.
 *
 * @param memory of the JVM at most, as in {@code -Xmx}
 * @param folder for customers, models and logs; what is generated there is kept
 */
record TrainingTask(Workspace workspace, ForestShape forest, String memory, Path folder) {
    private static final Duration LIMIT = Duration.ofHours(1);

    /** Trains on so many customers, who are generated first when they are not there. */
    MeasuredTraining run(Origin trainer, int customers) {
        LoggedProgram training = new LoggedProgram(
                "Training on %,d customers with %s".formatted(customers, MeasuredTraining.nameOf(trainer)),
                workspace.python("training/peak_memory.py", commandLine(trainer, generated(customers))),
                folder,
                "%s-%d".formatted(MeasuredTraining.nameOf(trainer), customers));
        long start = System.nanoTime();
        training.complete(LIMIT);
        double seconds = (System.nanoTime() - start) / 1e9;
        try {
            return MeasuredTraining.of(customers, trainer, Files.readString(training.log()), seconds);
        } catch (IOException e) {
            throw new BenchmarkFailedException("The log of a training cannot be read: " + e, e);
        }
    }

    private List<String> commandLine(Origin trainer, Path customers) {
        List<String> asked = new ArrayList<>(
                List.of("--customers=" + customers, "--trees=" + forest.trees(), "--depth=" + forest.depth()));
        return switch (trainer) {
            case SPARK -> {
                asked.add("--out=" + folder.resolve("model")); // instead of publishing it
                yield workspace.spark("io.churnwatch.training.TrainChurnModel", memory, asked);
            }
            case SCIKIT_LEARN -> workspace.python("training/fit_forest.py", asked);
        };
    }

    private Path generated(int rows) {
        Path customers = folder.resolve("customers-" + rows + ".csv");
        if (!Files.exists(customers)) {
            List<String> commandLine =
                    workspace.python("training/generate_customers.py", List.of("--rows=" + rows, "--out=" + customers));
            new LoggedProgram("Generating %,d customers".formatted(rows), commandLine, folder, "generate")
                    .complete(LIMIT);
        }
        return customers;
    }
}
