package io.churnwatch.scoring.jpmml.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.scoring.jpmml.parity.ModelZoo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Breaks the documents of the zoo in a thousand ways: each mutant is refused, or scores every row as jpmml does. A mutant follows from
 * its number, which stands in front of a failure. More of them: {@code -Dchurnwatch.fuzz.mutants=100000}; others, or that one alone:
 * {@code -Dchurnwatch.fuzz.first=NUMBER -Dchurnwatch.fuzz.mutants=1}.
 */
class ModelFuzzTest {
    private static final long FIRST = Long.getLong("churnwatch.fuzz.first", 0);
    private static final long MUTANTS = Long.getLong("churnwatch.fuzz.mutants", 1_000);

    private final List<SeedModel> seeds = ModelZoo.names().stream()
            .map(name -> SeedModel.of(name, ModelZoo.document(name)))
            .toList();

    @Test
    void everySeedScoresAsJpmmlDoes() {
        List<Trial> trials = seeds.stream()
                .map(seed -> Trial.of(new Mutant(seed.name(), List.of(), seed.pmml()), 0))
                .toList();

        assertThat(trials)
                .flatExtracting(trial -> trial.failure().stream().toList())
                .isEmpty();
        assertThat(trials).filteredOn(Trial::isAccepted).as("that we read").hasSizeGreaterThan(seeds.size() * 3 / 4);
    }

    @Test
    void everyMutantIsRefusedOrScoresAsJpmmlDoes() {
        List<String> failures = new ArrayList<>();
        long read = 0;
        long scored = 0;
        long slowest = 0;

        for (long number = FIRST; number < FIRST + MUTANTS; number++) {
            Mutant mutant = Mutant.of(seeds, number);
            Trial trial = Trial.of(mutant, number);
            read += trial.isAccepted() ? 1 : 0;
            scored += trial.scored();
            slowest = Math.max(slowest, trial.readMillis());
            String place = "mutant " + number + " of " + mutant.seed() + " " + mutant.mutations() + ": ";
            trial.failure().ifPresent(failure -> failures.add(place + failure));
        }

        System.out.printf(
                "%,d mutants of %d models: %,d were read, and scored %,d rows as jpmml does; the slowest took %,d ms to read%n",
                MUTANTS, seeds.size(), read, scored, slowest);
        assertThat(failures).isEmpty();
    }
}
