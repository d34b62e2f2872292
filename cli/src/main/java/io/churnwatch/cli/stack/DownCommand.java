package io.churnwatch.cli.stack;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.Repository;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.local.stack.StackHome;
import io.churnwatch.local.stack.StackShutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything in good order; the data stay. Also stops what a crash left running.",
        footer = {"", "Example:", "  ./churnwatch down"})
public final class DownCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        StackHome home = StackHome.find(Repository.find());
        if (!new StackShutdown(home, Progress.onStandardError()).stopAll()) {
            throw RunningStack.notRunning();
        }
        return ExitCode.OK;
    }
}
