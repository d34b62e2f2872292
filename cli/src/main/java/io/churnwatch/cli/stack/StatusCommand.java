package io.churnwatch.cli.stack;

import io.churnwatch.cli.output.Table;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.Repository;
import io.churnwatch.local.stack.PartStatus;
import io.churnwatch.local.stack.StackHome;
import io.churnwatch.local.stack.StackState;
import io.churnwatch.local.stack.StackStatus;
import java.util.List;
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
    private static final Table<PartStatus> PARTS = new Table<PartStatus>()
            .column("%-14s", "PART", PartStatus::name)
            .column("%-11s", "STATE", PartStatus::state)
            .column("%8s ", "PID", PartStatus::pid)
            .column("%-8s ", "RESTARTS", PartStatus::restarts)
            .column("%-7s ", "METRICS", PartStatus::metricsPort)
            .column("%-24s", "WHERE", StatusCommand::place)
            .column("%s", "LOG", PartStatus::log);
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
        String stack = "stack is " + status.state();
        return status.parts().isEmpty() ? stack : stack + System.lineSeparator() + PARTS.of(status.parts());
    }

    private static @Nullable String place(PartStatus part) {
        if (part.url() != null) {
            return part.url();
        }
        return part.port() == null ? null : "port " + part.port();
    }
}
