package io.churnwatch.cli.models;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what models there are, and what they do. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Shows the models, newest first: stage, role (or that the job refuses it) and since when, ROC AUC on held-out customers.",
        footer = {"", "Example:", "  ./churnwatch models list --json | jq -r '.[] | select(.role == \"CHAMPION\")'"})
final class ListCommand implements Callable<Integer> {
    private static final String LINE = "%-24s %-10s %-10s %-24s %7s  %s";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        RunningStack stack = RunningStack.find();
        RegisteredModels models = new RegisteredModels(stack.environment());
        List<ListedModel> listed = models.list(stack.mlflowPages());
        System.out.println(json ? ListedModel.toJson(listed) : table(listed));
        models.rescoring().ifPresent(System.err::println);
        return ExitCode.OK;
    }

    static String table(List<ListedModel> models) {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, LINE, "VERSION", "STAGE", "ROLE", "SINCE", "ROC AUC", "TRAINED"));
        models.forEach(model -> table.append(System.lineSeparator()).append(line(model)));
        return table.toString();
    }

    private static String line(ListedModel model) {
        Double rocAuc = model.rocAuc();
        return String.format(
                Locale.ROOT,
                LINE,
                model.modelVersion(),
                model.stage(),
                model.refusal() == null ? Objects.requireNonNullElse(model.role(), "-") : "REFUSED",
                Objects.requireNonNullElse(model.since(), "-"),
                rocAuc == null ? "-" : String.format(Locale.ROOT, "%.4f", rocAuc),
                model.trainedAt());
    }
}
