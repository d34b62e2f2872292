package io.churnwatch.cli.models;

import io.churnwatch.cli.output.Json;
import io.churnwatch.cli.output.Table;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the models with their stages and roles. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Shows the models, newest first: stage, role (or that the job refuses it) and since when, ROC AUC on held-out customers.",
        footer = {"", "Example:", "  ./churnwatch models list --json | jq -r '.[] | select(.role == \"CHAMPION\")'"})
final class ListCommand implements Callable<Integer> {
    private static final Table<ListedModel> MODELS = new Table<ListedModel>()
            .column("%-24s", "VERSION", ListedModel::modelVersion)
            .column("%-10s", "STAGE", ListedModel::stage)
            .column("%-10s", "ROLE", model -> model.refusal() == null ? model.role() : "REFUSED")
            .column("%-24s", "SINCE", ListedModel::since)
            .column("%7s ", "ROC AUC", model -> Table.number("%.4f", model.rocAuc()))
            .column("%s", "TRAINED", ListedModel::trainedAt);

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        RunningStack stack = RunningStack.find();
        RegisteredModels models = new RegisteredModels(stack.environment());
        List<ListedModel> listed = models.list(stack.mlflowPages());
        System.out.println(json ? Json.write(listed) : table(listed));
        models.rescoring().ifPresent(System.err::println);
        return ExitCode.OK;
    }

    static String table(List<ListedModel> models) {
        return MODELS.of(models);
    }
}
