package io.churnwatch.cli.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.Repository;
import io.churnwatch.local.stack.DetachedStack;
import io.churnwatch.local.stack.LocalStack;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.StackHome;
import io.churnwatch.local.stack.UpOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts PostgreSQL, Redis, Kafka, the API with its pages, the Flink job, a simulated feed and a worker that trains models; loads customers and"
                    + " trains the first model when there are none yet. Runs until Ctrl-C or './churnwatch down'."
        },
        footer = {"", "Example:", "  ./churnwatch up --customers customers.csv --rate 20 --detach"})
public final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description = "CSV file of customers with a header; the shipped sample when there are no customers yet.")
    private @Nullable Path customers;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Updates per second of the simulated feed (default: ${DEFAULT-VALUE}).")
    private double rate = 5;

    @Option(names = "--no-feed", description = "Without the simulated feed.")
    private boolean withoutFeed;

    @Option(
            names = "--cluster",
            description =
                    "Runs the Flink job on a JobManager and two TaskManagers, each a process, instead of in one; it"
                            + " goes on from the same state either way.")
    private boolean cluster;

    @Option(
            names = "--no-mlflow",
            description =
                    "Without MLflow, which is installed from PyPI the first time (Python 3.10 or newer, 850 MB, some minutes in the"
                            + " background).")
    private boolean withoutMlflow;

    @Option(names = "--detach", description = "Returns once the board is live, and leaves everything running.")
    private boolean detach;

    @Option(names = "--supervise", hidden = true, description = "The background half of --detach.")
    private boolean supervise;

    @Mixin
    private PortOptions ports = new PortOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        UpOptions options = options();
        Repository repository = Repository.find();
        StackHome home = StackHome.find(repository);
        Progress progress = Progress.onStandardError();
        if (detach) {
            return new DetachedStack(home, progress).up(supervisorArguments());
        }
        LocalStack.prepare(
                        repository,
                        home,
                        ports.chosen(),
                        options,
                        environment -> new StackTables(environment, progress),
                        progress)
                .run();
        return ExitCode.OK;
    }

    private UpOptions options() {
        if (!(rate > 0)) {
            throw CommandFailedException.usage("--rate must be above 0; use --no-feed for no feed.");
        }
        return new UpOptions(
                Optional.ofNullable(customers).map(Path::toAbsolutePath),
                withoutFeed ? Optional.empty() : Optional.of(rate),
                cluster,
                !withoutMlflow,
                !supervise);
    }

    /** The same arguments again, for the background half. */
    List<String> supervisorArguments() {
        List<String> arguments = new ArrayList<>(List.of("up", "--supervise"));
        arguments.addAll(spec.commandLine().getParseResult().expandedArgs());
        arguments.removeIf(argument -> argument.startsWith("--detach"));
        return arguments;
    }
}
