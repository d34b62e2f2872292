package io.churnwatch.cli.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.Repository;
import io.churnwatch.local.service.LogTail;
import io.churnwatch.local.stack.LogFollower;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.local.stack.StackHome;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the ends of log files. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the end of a part's log, or of all logs.",
        footer = {"", "Example:", "  ./churnwatch logs job -f"})
public final class LogsCommand implements Callable<Integer> {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(300);

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description =
                    "postgres, redis, kafka, api, first-training, job, feed, training (the worker), mlflow, up or build,"
                            + " with --cluster jobmanager, taskmanager-1 or taskmanager-2 instead of job; all of them when left out.")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many lines of each log (default: ${DEFAULT-VALUE}).")
    private int lines = 50;

    @Override
    public Integer call() {
        StackHome home = StackHome.find(Repository.find());
        List<String> names = names(home);
        Map<String, LogFollower> followers = new LinkedHashMap<>();
        for (String name : names) {
            followers.put(name, LogFollower.fromEnd(home.log(name)));
            LogTail.of(home.log(name), lines).lines().forEach(line -> print(name, line));
        }
        while (follow) {
            followers.forEach((name, log) -> log.newLines().forEach(line -> print(name, line)));
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        return ExitCode.OK;
    }

    private List<String> names(StackHome home) {
        String wanted = part;
        if (wanted == null) {
            return RunningStack.logNames().stream()
                    .filter(name -> Files.exists(home.log(name)))
                    .toList();
        }
        if (!RunningStack.logNames().contains(wanted)) {
            throw CommandFailedException.usage(
                    "There is no part " + wanted + "; there are " + String.join(", ", RunningStack.logNames()) + ".");
        }
        if (!Files.exists(home.log(wanted))) {
            throw CommandFailedException.failed(wanted + " has written no log yet.");
        }
        return List.of(wanted);
    }

    private void print(String name, String line) {
        System.out.println(part == null ? name + " | " + line : line);
    }
}
