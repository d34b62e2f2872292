package io.churnwatch.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class UpCommandTest {
    @Test
    void theBackgroundHalfGetsTheSameArguments() {
        UpCommand up = new UpCommand();

        new CommandLine(CommandSpec.create())
                .addSubcommand("up", up)
                .parseArgs("up", "--detach", "--rate", "2", "--no-mlflow", "--api-port=0");

        assertThat(up.supervisorArguments())
                .containsExactly("up", "--supervise", "--rate", "2", "--no-mlflow", "--api-port=0");
    }
}
