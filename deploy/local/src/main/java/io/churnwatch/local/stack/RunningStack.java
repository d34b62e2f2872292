package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stack that runs, as the commands beside {@code up} see it. */
public record RunningStack(Repository repository, StackHome home, StackPorts ports, StackEnvironment environment) {

    /**
     * The stack of this repository.
     *
     * @throws CommandFailedException when it does not run
     */
    public static RunningStack find() {
        Repository repository = Repository.find();
        StackHome home = StackHome.find(repository);
        if (home.supervisor().running().isEmpty()) {
            throw notRunning();
        }
        StackPorts ports = StackPorts.load(home.portsFile(), Map.of());
        return new RunningStack(repository, home, ports, StackEnvironment.of(home, ports));
    }

    public static CommandFailedException notRunning() {
        return new CommandFailedException(
                ExitCode.NOT_RUNNING, "The stack is not running; './churnwatch up' starts it.");
    }

    /** Runs a main class of a module against this stack, with this terminal; returns its exit code. */
    public int runMain(String module, String mainClass, String heap, List<String> arguments) {
        return new JavaProgram(module, module, mainClass, heap, List.of(), arguments, environment.variables())
                .runHere(repository);
    }

    /** The parts that have a log, in the order of their start. */
    public static List<String> logNames() {
        List<String> names = new ArrayList<>(List.of("postgres", "redis", "kafka", "api", "train"));
        names.addAll(Parts.allJobProcesses());
        names.addAll(List.of("feed", "up", "build"));
        return names;
    }
}
