package io.churnwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong before Spark starts. */
class TrainChurnModelTest {
    @Test
    void anUnknownOptionIsAMistakeOfUse() {
        CommandRun run = CommandRun.of(Map.of(), "--tree", "10");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--tree", "--trees");
    }

    @Test
    void aForestOutOfRangeIsAMistakeOfUse() {
        CommandRun run = CommandRun.of(Map.of(), "--depth", "31", "--customers", "pom.xml", "--out", "target/none");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("depth must be from 1 to 30, not 31");
    }

    @Test
    void aChoiceThatIsNoneIsNamedWithThoseThatAre() {
        CommandRun run = CommandRun.of(Map.of(), "--grid", "huge");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--grid", "'huge'", "[QUICK, DEFAULT, WIDE]");
    }

    @Test
    void anOptionOfTheOtherAlgorithmIsAMistakeOfUse() {
        CommandRun run = CommandRun.of(
                Map.of(),
                "--algorithm",
                "gbt",
                "--feature-subset",
                "0.5",
                "--customers",
                "pom.xml",
                "--out",
                "target/none");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--feature-subset is of a forest");
    }

    @Test
    void aFieldToLeaveOutThatIsNoneIsNamedWithThoseThatAre() {
        CommandRun run =
                CommandRun.of(Map.of(), "--without", "surname", "--customers", "pom.xml", "--out", "target/none");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no such feature. There are credit_score, geography, gender,");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, '--since must be a day such as 2026-03-04, not '",
        "2026-11-24, --since lies in the future: 2026-11-24"
    })
    void aDayThatIsNoneOrHasNotComeYetIsAMistakeOfUse(String since, String message) {
        CommandRun run = CommandRun.of(Map.of(), "--since", since, "--customers", "pom.xml", "--out", "target/none");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CommandRun run = CommandRun.of(Map.of(), "--customers", "nowhere.csv", "--out", "target/none");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("Training failed. There is no readable file nowhere.csv. "
                        + "Give --customers a CSV file with a header line.");
    }

    @Test
    void everythingThatTheEnvironmentLacksIsNamed() {
        CommandRun run = CommandRun.of(Map.of("CHURNWATCH_DATABASE_USER", "churnwatch"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("CHURNWATCH_DATABASE_URL is not set", "CHURNWATCH_DATABASE_PASSWORD is not set");
    }

    @Test
    void aDatabaseThatIsAwayIsNamed() {
        Map<String, String> environment = Map.of(
                "CHURNWATCH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/churnwatch",
                "CHURNWATCH_DATABASE_USER", "churnwatch",
                "CHURNWATCH_DATABASE_PASSWORD", "secret");

        CommandRun run = CommandRun.of(environment);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("127.0.0.1:1", "Is it up (./churnwatch status)")
                .doesNotContain("secret");
    }
}
