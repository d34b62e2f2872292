package io.churnwatch.bench.training;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.LoggedProgram;
import io.churnwatch.bench.scoring.forest.ForestShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A forest of one shape, and the customers that it is trained on.
 *
 * @param memory of the JVM at most, as in {@code -Xmx}
 * @param folder for customers, models and logs; what is generated there is kept
 */
record TrainingTask(TrainingPrograms programs, ForestShape forest, String memory, Path folder) {
    private static final String CHURNWATCH = "io.churnwatch.training.TrainChurnModel";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** The training of so many customers, who are generated first when they are not there. */
    LoggedProgram with(Trainer trainer, int rows) {
        return program(
                "Training on %,d customers with %s".formatted(rows, trainer.title()),
                commandLine(trainer, generated(rows)),
                "%s-%d".formatted(trainer.title(), rows));
    }

    private List<String> commandLine(Trainer trainer, Path customers) {
        List<String> asked =
                List.of("--customers=" + customers, "--trees=" + forest.trees(), "--depth=" + forest.depth());
        return switch (trainer) {
            case CHURNWATCH ->
                Stream.concat(
                                programs.spark(CHURNWATCH, memory, asked).stream(),
                                Stream.of("--out=" + folder.resolve("model"))) // instead of publishing it
                        .toList();
            case SCIKIT_LEARN -> programs.python("fit_forest.py", asked);
        };
    }

    private Path generated(int rows) {
        Path customers = folder.resolve("customers-" + rows + ".csv");
        if (!Files.exists(customers)) {
            List<String> commandLine =
                    programs.python("generate_customers.py", List.of("--rows=" + rows, "--out=" + customers));
            if (!program("Generating %,d customers".formatted(rows), commandLine, "generate")
                    .run(LIMIT)) {
                throw new BenchmarkFailedException("Generating customers did not end within ten minutes");
            }
        }
        return customers;
    }

    private LoggedProgram program(String task, List<String> commandLine, String name) {
        return new LoggedProgram(task, commandLine, folder, folder.resolve(name + ".log"));
    }
}
