package io.churnwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ChurnwatchTest {
    private final StringWriter err = new StringWriter();
    private final CommandLine churnwatch = Churnwatch.commandLine().setErr(new PrintWriter(err));

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (Map.Entry<String, CommandLine> command :
                churnwatch.getSubcommands().entrySet()) {
            assertThat(command.getValue().getUsageMessage())
                    .as(command.getKey())
                    .contains("Example:", "./churnwatch " + command.getKey());
        }
    }

    @Test
    void everyCommandOfModelsHasHelpWithAnExample() {
        Map<String, CommandLine> commands =
                churnwatch.getSubcommands().get("models").getSubcommands();

        assertThat(commands)
                .containsOnlyKeys("list", "show", "live", "promote", "reject", "rollback", "gate", "export", "sync");
        commands.forEach((name, command) ->
                assertThat(command.getUsageMessage()).as(name).contains("Example:", "./churnwatch models " + name));
    }

    @Test
    void everyCommandOfOutcomesHasHelpWithAnExample() {
        Map<String, CommandLine> commands =
                churnwatch.getSubcommands().get("outcomes").getSubcommands();

        assertThat(commands).containsOnlyKeys("import", "report");
        commands.forEach((name, command) -> assertThat(command.getUsageMessage())
                .as(name)
                .contains("Example", "./churnwatch outcomes " + name)
                .doesNotContain("DEFAULT-VALUE"));
    }

    @Test
    void aReportNeedsAHorizonThatMakesSense() {
        assertThat(churnwatch.execute("outcomes")).isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("outcomes", "report", "--horizon-days", "0"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("outcomes", "report", "--since", "spring"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("outcomes", "import")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains(
                        "Missing required subcommand",
                        "--horizon-days must be from 1 to 3650",
                        "'spring' is no time",
                        "Missing required parameter: 'FILE'");
    }

    @Test
    void aPromotionNeedsAVersionARoleThatExistsAndAReason() {
        assertThat(churnwatch.execute("models")).isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("models", "promote", "--reason", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("models", "promote", "rf-1")).isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("models", "promote", "rf-1", "--reason", " "))
                .isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("models", "promote", "rf-1", "--reason", "x", "--role", "king"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains(
                        "Missing required subcommand",
                        "Missing required parameter: 'VERSION'",
                        "Missing required option: '--reason=TEXT'",
                        "--reason must not be blank",
                        "'king' is neither champion nor challenger");
    }

    @Test
    void anOptionThatNoTrainingHasIsAUsageError() {
        assertThat(churnwatch.execute("train", "--gird", "quick")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no option --gird; there are --algorithm,");
    }

    @Test
    void aGateAsksForWhatTrainingsMeasure() {
        assertThat(churnwatch.execute("models", "gate", "--minimum", "roc_acu=0.8"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("No training measures 'roc_acu'; they measure customers, exited, roc_auc,");
    }

    @Test
    void aModelIsExportedToAFileInAFolderThatIsThere() {
        assertThat(churnwatch.execute("models", "export", "rf-1", "--to", "/no/such/dir/x"))
                .isEqualTo(ExitCode.BAD_FILE);
        assertThat(churnwatch.execute("models", "export", "rf-1", "--to", ".")).isEqualTo(ExitCode.BAD_FILE);
        assertThat(err.toString())
                .contains("There is no folder /no/such/dir to write x to.", ". is a folder; name a file in it.");
    }

    @Test
    void theHelpExplainsTheExitCodes() {
        assertThat(churnwatch.getUsageMessage()).contains("Exit codes:", "3", "the stack is not running");
    }

    @Test
    void wrongOptionsAreUsageErrors() {
        assertThat(churnwatch.execute("up", "--frobnicate")).isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("feed")).isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute("verify", "--quick")).isEqualTo(ExitCode.USAGE);
        assertThat(churnwatch.execute()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--frobnicate", "--quick", "Missing required option: '--rate=N'");
    }
}
