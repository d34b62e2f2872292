package io.churnwatch.store.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingParametersTest {
    private static final List<String> WORDS =
            List.of("--trees", "20", "--without=gender", "--learning-curve", "--without", "age", "--seed", "-3");

    @Test
    void theWordsOfACommandLineAreOptionsByName() {
        assertThat(TrainingParameters.ofWords(WORDS).options())
                .containsExactly(
                        entry("learning-curve", "true"),
                        entry("seed", "-3"),
                        entry("trees", "20"),
                        entry("without", "gender,age"));
    }

    @Test
    void theOrderOfTheWordsDoesNotMatter() {
        assertThat(TrainingParameters.ofWords(List.of("--depth", "3", "--trees", "20")))
                .isEqualTo(TrainingParameters.ofWords(List.of("--trees=20", "--depth=3")));
    }

    @Test
    void theyComeBackFromJsonAndFromWords() {
        TrainingParameters parameters = TrainingParameters.ofWords(WORDS);

        assertThat(TrainingParameters.ofJson(parameters.toJson())).isEqualTo(parameters);
        assertThat(TrainingParameters.ofWords(parameters.words())).isEqualTo(parameters);
    }

    @Test
    void aNameThatNoTrainingKnowsIsNamedWithThoseThatAre() {
        TrainingParameters misspelt = TrainingParameters.ofWords(List.of("--trees", "20", "--gird", "quick"));

        assertThatThrownBy(misspelt::requireKnown)
                .hasMessageStartingWith("There is no option --gird; there are --algorithm, --customers, ");
        assertThatCode(TrainingParameters.ofWords(WORDS)::requireKnown).doesNotThrowAnyException();
    }

    @Test
    void aWordThatIsNoOptionIsNamed() {
        assertThatThrownBy(() -> TrainingParameters.ofWords(List.of("--trees", "20", "quick")))
                .hasMessage("'quick' is no option; options begin with --");
        assertThatThrownBy(() -> TrainingParameters.ofWords(List.of("--No Such")))
                .hasMessage("'No Such' is no name of an option");
    }
}
