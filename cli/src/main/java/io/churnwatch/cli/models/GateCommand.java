package io.churnwatch.cli.models;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.store.model.HeldOutMetrics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows and sets what a champion must have measured. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = {
            "Shows or sets what a model must have measured on held-out customers to become the champion.",
            "A model on which the engines disagree, or which the job has refused, is held back in any case; a rollback is not."
        },
        footer = {"", "Example:", "  ./churnwatch models gate --minimum roc_auc=0.8 --minimum pr_auc=0.6"})
final class GateCommand implements Callable<Integer> {
    @Option(names = "--minimum", paramLabel = "METRIC=NUMBER", description = "A metric and its least value.")
    private Map<String, Double> minimums = new TreeMap<>();

    @Option(names = "--without", paramLabel = "METRIC", description = "A metric that is not asked for any more.")
    private @Nullable String without;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireMeasured(minimums.keySet());
        RegisteredModels models = new RegisteredModels(RunningStack.find().environment());
        if (without != null && !models.removeMinimum(without)) {
            throw CommandFailedException.failed("The gate asks for no " + without + ".");
        }
        minimums.forEach(models::setMinimum);
        models.minimums().forEach((metric, minimum) -> System.out.println(metric + " >= " + minimum));
        return ExitCode.OK;
    }

    /** A metric that no training measures would hold back every model. */
    private void requireMeasured(Set<String> metrics) {
        for (String metric : metrics) {
            if (!HeldOutMetrics.NAMES.contains(metric)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "No training measures '" + metric + "'; they measure "
                                + String.join(", ", HeldOutMetrics.NAMES));
            }
        }
    }
}
