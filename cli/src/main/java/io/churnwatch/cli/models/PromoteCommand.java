package io.churnwatch.cli.models;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.model.ModelRole;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a model a role. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a model the champion, which scores every customer, or the challenger, which scores in shadow.",
            "A new champion raises no alerts by itself: they look at what new data changed."
        },
        footer = {"", "Example:", "  ./churnwatch models promote rf-20261124-101500 --reason 'Better in Germany'"})
final class PromoteCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VERSION", description = "The model, as './churnwatch models list' names it.")
    private String version = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "champion (default) or challenger.",
            converter = RoleConverter.class)
    private ModelRole role = ModelRole.CHAMPION;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() {
        RegisteredModels models = new RegisteredModels(RunningStack.find().environment());
        System.err.println(Announcement.of(models.promote(role, version, reason.text())));
        return ExitCode.OK;
    }
}
