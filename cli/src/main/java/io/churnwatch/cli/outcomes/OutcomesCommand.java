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
            "Takes in who left and who stayed, and shows how often the alerts were right, and how long before.",
            "Exits that the feed tells of are known already."
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
