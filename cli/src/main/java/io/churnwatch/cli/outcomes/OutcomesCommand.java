package io.churnwatch.cli.outcomes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes outcomes in, and judges past alerts by them. */
@Command(
        name = "outcomes",
        mixinStandardHelpOptions = true,
        description = {
            "Imports exits and stays, and shows how often alerts were right, and how early.",
            "Exits in the feed are recorded automatically."
        },
        subcommands = {ImportCommand.class, ReportCommand.class},
        footer = {"", "Example:", "  ./churnwatch outcomes report"})
public final class OutcomesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
    }
}
