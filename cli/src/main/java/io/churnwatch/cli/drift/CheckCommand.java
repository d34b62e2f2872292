package io.churnwatch.cli.drift;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.cli.output.Json;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.MainClass;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.store.drift.DriftReports;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares live customers with the training now. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks for drift now, stores a report and shows it. As in the worker's checks, drift queues a training, unless one"
                    + " is under way or was queued for drift within a week.",
            "",
            "Compares the newest event in seven days of each customer that the champion scored. Other limits are set by"
                    + " CHURNWATCH_DRIFT_WINDOW_HOURS, _PSI, _SIGNIFICANCE, _ROWS_MIN and _COOLDOWN_HOURS (off: queues none), and by"
                    + " CHURNWATCH_QUALITY_HORIZON_DAYS."
        },
        footer = {"", "Example:", "  CHURNWATCH_DRIFT_WINDOW_HOURS=24 ./churnwatch drift check"})
final class CheckCommand implements Callable<Integer> {
    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        RunningStack stack = RunningStack.find();
        int exitCode = stack.run(MainClass.DRIFT_CHECK, List.of());
        if (exitCode == ExitCode.OK) {
            CommandLineDatabase.of(stack.environment())
                    .inTransaction(DriftReports::newest)
                    .ifPresent(report -> System.out.println(json ? Json.write(report) : ReportTable.of(report)));
        }
        return exitCode;
    }
}
