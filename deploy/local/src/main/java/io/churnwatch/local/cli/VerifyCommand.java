package io.churnwatch.local.cli;

import io.churnwatch.local.stack.RunningStack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks what the job wrote. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Replays the feed of the running stack independently, and compares every row. Exit code 1 when something differs.",
        footer = {"", "Example:", "  ./churnwatch verify"})
public final class VerifyCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return RunningStack.find().runMain("bench", "io.churnwatch.bench.replay.VerifyRun", "1g", List.of());
    }
}
