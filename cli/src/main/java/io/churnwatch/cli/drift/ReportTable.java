package io.churnwatch.cli.drift;

import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftReport;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.StringJoiner;

/** A report as a person reads it. */
final class ReportTable {
    private static final String LINE = "%-22s %-8s %8s %6s %8s  %-16s  %s";

    static String of(DriftReport report) {
        StringJoiner table = new StringJoiner(System.lineSeparator());
        table.add(format(
                "%s: %,d customers in %,d events from %s to %s",
                report.modelVersion(),
                report.customers(),
                report.events(),
                report.windowFrom().truncatedTo(ChronoUnit.SECONDS),
                report.windowTo().truncatedTo(ChronoUnit.SECONDS)));
        table.add("").add(format(LINE, "FIELD", "VERDICT", "PSI", "KS", "P", "MISSING", "UNSEEN"));
        report.fields().forEach(field -> table.add(line(field)));
        table.add("");
        ChallengerComparison challenger = report.challenger();
        table.add(challenger == null ? "No challenger has scored these events in shadow." : describe(challenger));
        if (!report.realised().isEmpty()) { // a report from before they were kept
            table.add("").add(RealisedTable.of(report.realised())).add("");
        }
        return table.add(sentence(report.decision())).toString();
    }

    private static String line(FieldDrift field) {
        return format(
                LINE,
                field.field(),
                field.verdict(),
                format("%.3f", field.psi()),
                format("%.3f", field.ks()),
                format("%.1g", field.pValue()),
                rates(field.missingRate(), field.baselineMissingRate()),
                rates(field.unseenRate(), field.baselineUnseenRate()));
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

    /** A decision begins with a field's name or with a small letter. */
    private static String sentence(String decision) {
        return "Verdict: " + decision + ".";
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private ReportTable() {}
}
