package io.churnwatch.local.cli;

import picocli.CommandLine.Command;

/** Checks what the job wrote. */
@Command(
        name = "verify",
        description =
                "Replays the feed of the running stack independently, and compares every row. All arguments but --help go to io.churnwatch.bench.replay.VerifyRun in the module bench.",
        footer = {"", "Example:", "  ./churnwatch verify"})
public final class VerifyCommand extends DelegatingCommand {
    public VerifyCommand() {
        super("bench", "io.churnwatch.bench.replay.VerifyRun", "1g");
    }
}
