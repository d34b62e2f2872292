package io.churnwatch.cli.outcomes;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.cli.models.TimeConverter;
import io.churnwatch.cli.output.Json;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.outcome.AlertQualities;
import io.churnwatch.store.outcome.AlertQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges past alerts by the outcomes of their customers. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how often alerts were right (precision), how many exits they foresaw (recall) and how many days before, per rule,"
                    + " threshold and model.",
            "An alert is right when the customer leaves within the horizon after it. One that is younger, of a customer who has not"
                    + " left, is counted apart and in no rate."
        },
        footer = {
            "",
            "Examples:",
            "  ./churnwatch outcomes report --since 2026-01-01",
            "  ./churnwatch outcomes report --horizon-days 30 --json | jq .overall.precision"
        })
final class OutcomeReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Leave out alerts and exits before it: 2026-01-01, '2026-03-03 14:00'; in UTC unless it names a zone.",
            converter = TimeConverter.class)
    private @Nullable Instant since;

    @Option(
            names = "--horizon-days",
            paramLabel = "N",
            description = "Within how many days after an alert the customer must leave; default: ${DEFAULT-VALUE}.")
    private int horizonDays = AlertQuality.HORIZON_DAYS;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (horizonDays < 1 || horizonDays > AlertQuality.HORIZON_DAYS_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--horizon-days must be from 1 to " + AlertQuality.HORIZON_DAYS_MAX);
        }
        AlertQuality quality = judge(RunningStack.find().environment());
        System.out.println(json ? Json.write(quality) : QualityTable.of(quality));
        return ExitCode.OK;
    }

    /** Judges in one snapshot. */
    AlertQuality judge(StackEnvironment environment) {
        return CommandLineDatabase.of(environment)
                .inSnapshot(handle -> AlertQualities.judge(handle, since, Instant.now(), Duration.ofDays(horizonDays)));
    }
}
