package io.churnwatch.cli.stack;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.JobUpgrade;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.RunningStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Replaces the running job by the one that is built now. */
@Command(
        name = "upgrade-job",
        mixinStandardHelpOptions = true,
        description = {
            "Builds what has changed, stops the running Flink job with a savepoint and starts the new one from it: nothing is"
                    + " lost and nothing is scored twice. When the savepoint fails the old job goes on.",
            "The savepoint stays in .churnwatch/flink/savepoints as the way back; delete it when you no longer want it."
        },
        footer = {"", "Example:", "  git pull && ./churnwatch upgrade-job"})
public final class UpgradeJobCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        new JobUpgrade(RunningStack.find(), Progress.onStandardError()).run();
        return ExitCode.OK;
    }
}
