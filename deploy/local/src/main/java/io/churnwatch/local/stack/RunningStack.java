package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.Repository;
import io.churnwatch.local.service.MlflowServer;
import io.churnwatch.local.stack.StackPorts.Listener;
import io.churnwatch.model.MlflowPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running stack, as commands other than {@code up} see it. */
public record RunningStack(Repository repository, StackHome home, StackPorts ports, StackEnvironment environment) {

    /**
     * The stack of this repository.
     *
     * @throws CommandFailedException when it does not run
     */
    public static RunningStack find() {
        return ifRunning().orElseThrow(RunningStack::notRunning);
    }

    /** The stack of this repository; empty when it does not run. */
    public static Optional<RunningStack> ifRunning() {
        Repository repository = Repository.find();
        StackHome home = StackHome.find(repository);
        if (home.supervisor().running().isEmpty()) {
            return Optional.empty();
        }
        StackPorts ports = StackPorts.load(home.portsFile(), Map.of());
        return Optional.of(new RunningStack(repository, home, ports, StackEnvironment.of(home, ports)));
    }

    public static CommandFailedException notRunning() {
        return new CommandFailedException(
                ExitCode.NOT_RUNNING, "The stack is not running; './churnwatch up' starts it.");
    }

    /** Runs a main class against this stack, with this terminal; returns its exit code. */
    public int run(MainClass main, List<String> arguments) {
        return main.run(repository, arguments, variables());
    }

    /** The pages of the MLflow that the environment names, or of the stack's own. */
    public MlflowPages mlflowPages() {
        return MlflowServer.pages(hasMlflow(), ports.of(Listener.MLFLOW));
    }

    /** With the stack's MLflow, when it has one and the environment names no other. */
    private Map<String, String> variables() {
        boolean named = System.getenv().containsKey(MlflowServer.TRACKING_URI);
        return hasMlflow() && !named
                ? environment.with(MlflowServer.environment(ports.of(Listener.MLFLOW)))
                : environment.variables();
    }

    private boolean hasMlflow() {
        return StackStatus.of(home).stream()
                .flatMap(status -> status.parts().stream())
                .anyMatch(part -> part.name().equals(Parts.MLFLOW));
    }

    /** The parts that have a log, in the order of their start. */
    public static List<String> logNames() {
        List<String> names = new ArrayList<>(Parts.NAMES);
        names.addAll(List.of("up", "build"));
        return names;
    }
}
