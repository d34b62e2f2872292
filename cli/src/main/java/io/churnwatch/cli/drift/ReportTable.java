package io.churnwatch.cli.drift;

import static io.churnwatch.cli.output.Table.format;

import io.churnwatch.cli.output.Table;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftReport;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;

/** A drift report as text. */
final class ReportTable {
    private static final Table<FieldDrift> FIELDS = new Table<FieldDrift>()
            .column("%-22s", "FIELD", FieldDrift::field)
            .column("%-8s", "VERDICT", FieldDrift::verdict)
            .column("%8s", "PSI", field -> format("%.3f", field.psi()))
            .column("%6s", "KS", field -> format("%.3f", field.ks()))
            .column("%8s ", "P", field -> format("%.1g", field.pValue()))
            .column("%-16s ", "MISSING", field -> rates(field.missingRate(), field.baselineMissingRate()))
            .column("%s", "UNSEEN", field -> rates(field.unseenRate(), field.baselineUnseenRate()));

    static String of(DriftReport report) {
        StringJoiner table = new StringJoiner(System.lineSeparator());
        table.add(format(
                "%s: %,d customers in %,d events from %s to %s",
                report.modelVersion(),
                report.customers(),
                report.events(),
                report.windowFrom().truncatedTo(ChronoUnit.SECONDS),
                report.windowTo().truncatedTo(ChronoUnit.SECONDS)));
        table.add("").add(FIELDS.of(report.fields())).add("");
        ChallengerComparison challenger = report.challenger();
        table.add(challenger == null ? "No challenger has scored these events in shadow." : describe(challenger));
        if (!report.realised().isEmpty()) { // a report from before they were kept
            table.add("").add(RealisedTable.of(report.realised())).add("");
        }
        return table.add("Verdict: " + report.decision() + ".").toString();
    }

    private static String rates(double live, double baseline) {
        return format("%.1f %% (%.1f %%)", 100 * live, 100 * baseline);
    }

    private static String describe(ChallengerComparison challenger) {
        return format(
                "Challenger %s agrees on the band of %.1f %% of %,d customers; %,d would be in a higher one, %,d in a lower."
                        + " Alerts by the rules: %,d, by the champion %,d.",
                challenger.modelVersion(),
                100 * challenger.agreement(),
                challenger.customers(),
                challenger.movedUp(),
                challenger.movedDown(),
                challenger.challengerAlerts(),
                challenger.championAlerts());
    }

    private ReportTable() {}
}
