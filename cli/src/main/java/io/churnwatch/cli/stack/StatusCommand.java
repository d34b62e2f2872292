package io.churnwatch.cli.stack;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.Repository;
import io.churnwatch.local.stack.PartStatus;
import io.churnwatch.local.stack.StackHome;
import io.churnwatch.local.stack.StackState;
import io.churnwatch.local.stack.StackStatus;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows each part: name, state, process, metrics port, port or URL, log file. Exit code 3 when the stack is not running.",
        footer = {"", "Example:", "  ./churnwatch status --json | jq -r '.parts[] | select(.name == \"api\") | .url'"})
public final class StatusCommand implements Callable<Integer> {
    private static final String FORMAT = "%n%-14s %-11s %8s  %-8s  %-7s  %-24s %s";
    private static final StackStatus NOTHING_RUNS = new StackStatus(StackState.STOPPED, 0, "", List.of());

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        StackStatus status = StackStatus.of(StackHome.find(Repository.find())).orElse(NOTHING_RUNS);
        System.out.println(json ? status.toJson() : table(status));
        return status.state() == StackState.STOPPED ? ExitCode.NOT_RUNNING : ExitCode.OK;
    }

    static String table(StackStatus status) {
        StringBuilder table = new StringBuilder("stack is ").append(status.state());
        if (!status.parts().isEmpty()) {
            table.append(
                    String.format(Locale.ROOT, FORMAT, "PART", "STATE", "PID", "RESTARTS", "METRICS", "WHERE", "LOG"));
        }
        status.parts().forEach(part -> table.append(line(part)));
        return table.toString();
    }

    private static String line(PartStatus part) {
        return String.format(
                Locale.ROOT,
                FORMAT,
                part.name(),
                part.state(),
                text(part.pid()),
                part.restarts(),
                text(part.metricsPort()),
                part.url() != null ? part.url() : part.port() != null ? "port " + part.port() : "-",
                part.log());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
