package io.churnwatch.cli.models;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all details of a model. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows what is known of a model: how good it is, what made it, which roles it had, where it is in MLflow.",
        footer = {"", "Example:", "  ./churnwatch models show rf-20261124-101500"})
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VERSION", description = "The model, as './churnwatch models list' names it.")
    private String version = "";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        RunningStack stack = RunningStack.find();
        String sheet = new StoredModel(CommandLineDatabase.of(stack.environment()), version).sheet(stack.mlflowPages());
        System.out.println(json ? sheet : ModelSheet.text(sheet));
        return ExitCode.OK;
    }
}
