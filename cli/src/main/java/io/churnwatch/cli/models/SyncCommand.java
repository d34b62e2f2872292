package io.churnwatch.cli.models;

import io.churnwatch.local.stack.MainClass;
import io.churnwatch.local.stack.RunningStack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Copies to MLflow what it lacks. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the models that MLflow missed to it, and its aliases champion and challenger to where the roles are.",
            "The stack's worker does so by itself. MLFLOW_TRACKING_URI names another MLflow than the stack's."
        },
        footer = {"", "Example:", "  ./churnwatch models sync"})
final class SyncCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return RunningStack.find().run(MainClass.MLFLOW_SYNC, List.of());
    }
}
