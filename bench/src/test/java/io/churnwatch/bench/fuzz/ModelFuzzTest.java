package io.churnwatch.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.model.SmallForest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Breaks sound models in a thousand ways: each mutant is refused, or scores every row as jpmml does. The number of a mutant says all
 * about it. More of them, or a single one: {@code -Dchurnwatch.fuzz.first=… -Dchurnwatch.fuzz.mutants=…}; of other models:
 * {@code -Dchurnwatch.fuzz.models=FOLDER}.
 */
class ModelFuzzTest {
    private static final long FIRST = Long.getLong("churnwatch.fuzz.first", 0);
    private static final long MUTANTS = Long.getLong("churnwatch.fuzz.mutants", 1_000);

    @Test
    void everyMutantIsRefusedOrScoresAsJpmmlDoes() throws IOException {
        List<SeedModel> seeds = seeds();
        List<String> failures = new ArrayList<>();
        int accepted = 0;
        int scored = 0;
        long slowest = 0;
        long start = System.nanoTime();

        for (long number = FIRST; number < FIRST + MUTANTS; number++) {
            Mutant mutant = Mutant.of(seeds, number);
            Trial trial = Trial.of(mutant, number);
            accepted += trial.isAccepted() ? 1 : 0;
            scored += trial.scored();
            slowest = Math.max(slowest, trial.readMillis());
            if (trial.failure().isPresent()) {
                failures.add("mutant " + number + " of " + mutant.seed() + " " + mutant.mutations() + ": "
                        + trial.failure().get());
                if (System.getProperty("churnwatch.fuzz.print") != null)
                    System.out.println(failures.get(failures.size() - 1));
            }
        }
        System.out.printf(
                "%d seeds, %d mutants, %d accepted, %d rows scored alike, %d failures, slowest read %d ms, %d s%n",
                seeds.size(),
                MUTANTS,
                accepted,
                scored,
                failures.size(),
                slowest,
                (System.nanoTime() - start) / 1_000_000_000);

        assertThat(failures).isEmpty();
    }

    private static List<SeedModel> seeds() throws IOException {
        String folder = System.getProperty("churnwatch.fuzz.models");
        if (folder == null) {
            return List.of(SeedModel.of("small-forest", SmallForest.PMML));
        }
        List<SeedModel> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".pmml"))
                    .sorted()
                    .toList()) {
                seeds.add(SeedModel.of(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return seeds;
    }
}
