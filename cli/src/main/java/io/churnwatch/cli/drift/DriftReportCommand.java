package io.churnwatch.cli.drift;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.cli.output.Json;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.DriftReports;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the newest report. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the newest report, the fields that are furthest from the training first.",
            "",
            "PSI: population stability index; from 0.1 on worth a look, from 0.25 on another population.",
            "KS: largest difference of the two distributions; P: how often chance alone makes it so large.",
            "MISSING, UNSEEN: share of the customers without a value, or with one that the training never saw; in brackets what"
                    + " it was there.",
            "",
            "Below them, model by model, how good past scores and alerts turned out to be; of a window that is 90 days old"
                    + " (CHURNWATCH_QUALITY_HORIZON_DAYS), as until then the outcome is unknown. IMMATURE: scores since then."
        },
        footer = {
            "",
            "Example:",
            "  ./churnwatch drift report --json | jq -r '.fields[] | select(.verdict == \"DRIFTED\")'"
        })
final class DriftReportCommand implements Callable<Integer> {
    @Option(names = "--json", description = "As JSON; null when there is no report yet.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<DriftReport> report =
                CommandLineDatabase.of(RunningStack.find().environment()).inTransaction(DriftReports::newest);
        if (json) {
            System.out.println(report.map(Json::write).orElse("null"));
            return ExitCode.OK;
        }
        if (report.isEmpty()) {
            System.err.println(
                    "There is no report yet. The worker checks six hours after a promotion, and then every six"
                            + " hours; './churnwatch drift check' checks now.");
            return ExitCode.OK;
        }
        System.out.println(ReportTable.of(report.get()));
        return ExitCode.OK;
    }
}
