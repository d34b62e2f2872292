package io.churnwatch.store.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingParametersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final TrainingParameters SOME =
            parse("--trees", "20", "--without=gender", "--learning-curve", "--without", "age", "--seed", "-3");

    @Test
    void theWordsOfACommandLineAreOptionsByName() {
        assertThat(SOME.options())
                .containsExactly(
                        entry("learning-curve", "true"),
                        entry("seed", "-3"),
                        entry("trees", "20"),
                        entry("without", "gender,age"));
    }

    @Test
    void theOrderOfTheWordsDoesNotMatter() {
        assertThat(parse("--depth", "3", "--trees", "20")).isEqualTo(parse("--trees=20", "--depth=3"));
    }

    @Test
    void theyComeBackFromTheQueue() {
        TrainingParameters everyOption = parse(
                "--algorithm=gbt",
                "--grid=quick",
                "--tune-on=log_loss",
                "--since=2026-03-04",
                "--without=gender,age",
                "--derived",
                "--learning-curve",
                "--trees=20",
                "--depth=3",
                "--min-instances=2",
                "--step-size=0.1",
                "--subsampling=0.5",
                "--max-bins=8",
                "--seed=1");

        assertThat(throughTheQueue(everyOption)).isEqualTo(everyOption);
        assertThat(throughTheQueue(SOME)).isEqualTo(SOME);
        assertThat(throughTheQueue(TrainingParameters.NONE)).isEqualTo(TrainingParameters.NONE);
    }

    @Test
    void aNameThatNoTrainingKnowsIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> parse("--trees", "20", "--gird", "quick"))
                .hasMessageStartingWith("There is no option --gird; there are --algorithm, --depth, ");
        assertThatThrownBy(() -> TrainingParameters.of(Map.of("leaves", "3"), NOW))
                .hasMessage("There is no option --leaves");
    }

    @Test
    void aWordThatIsNoOptionIsNamed() {
        assertThatThrownBy(() -> parse("--trees", "20", "quick")).hasMessageContaining("quick");
        assertThatThrownBy(() -> parse("--No Such")).hasMessageContaining("--No Such");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trees          | 0          | --trees must be from 1 to 2000, not 0",
                "depth          | 31         | --depth must be from 1 to 30, not 31",
                "min-instances  | 0          | --min-instances must be from 1 to 1000000, not 0",
                "max-bins       | 3          | --max-bins must be from 4 to 1024, not 3",
                "feature-subset | 1.5        | --feature-subset must lie in (0, 1], not 1.5",
                "seed           | x          | --seed must be a number, not 'x'",
                "grid           | huge       | --grid must be one of [QUICK, DEFAULT, WIDE], not 'huge'",
                "since          | 9999-01-01 | --since lies in the future: 9999-01-01",
                "step-size      | 0.5        | --step-size and --subsampling are of gbt: add --algorithm gbt, or leave them out"
            })
    void aValueOutOfRangeIsNamed(String option, String value, String message) {
        assertThatThrownBy(() -> TrainingParameters.of(Map.of(option, value), NOW))
                .hasMessage(message);
    }

    private static TrainingParameters throughTheQueue(TrainingParameters parameters) {
        return TrainingParameters.of(OptionsJson.read(OptionsJson.write(parameters.options())), NOW);
    }

    private static TrainingParameters parse(String... words) {
        return TrainingOptions.parse(List.of(words), NOW);
    }
}
