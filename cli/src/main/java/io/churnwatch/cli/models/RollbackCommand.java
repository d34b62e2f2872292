package io.churnwatch.cli.models;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reverts a promotion. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the champion before the present one champion again.",
            "A second rollback takes the first one back; 'models promote' goes further back."
        },
        footer = {"", "Example:", "  ./churnwatch models rollback --reason 'Too many false alarms'"})
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() {
        RegisteredModels models = new RegisteredModels(RunningStack.find().environment());
        System.err.println(Announcement.of(models.rollBack(reason.text())));
        return ExitCode.OK;
    }
}
