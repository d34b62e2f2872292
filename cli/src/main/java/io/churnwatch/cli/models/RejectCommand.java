package io.churnwatch.cli.models;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Bars a model from every role. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = {
            "Bars a model from every role, for good; it stays in the list. One that scores in shadow stops to.",
            "The champion cannot be rejected: promote another one or roll back first."
        },
        footer = {
            "",
            "Example:",
            "  ./churnwatch models reject rf-20261124-101500 --reason 'Trained on half the branches'"
        })
final class RejectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VERSION", description = "The model, as './churnwatch models list' names it.")
    private String version = "";

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() {
        new RegisteredModels(RunningStack.find().environment()).reject(version, reason.text());
        System.err.println(version + " is rejected.");
        return ExitCode.OK;
    }
}
