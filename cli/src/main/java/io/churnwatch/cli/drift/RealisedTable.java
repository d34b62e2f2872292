package io.churnwatch.cli.drift;

import io.churnwatch.store.drift.RealisedQuality;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What became of those scored a horizon ago, as a person reads it. */
final class RealisedTable {
    private static final String LINE = "%-22s %9s %7s %8s %8s %18s %18s %9s";

    /** One line per model; there is at least one. */
    static String of(List<RealisedQuality> realised) {
        RealisedQuality first = realised.get(0); // the window is everybody's
        StringJoiner table = new StringJoiner(System.lineSeparator());
        table.add(format(
                "Who was scored from %s to %s, and had left %d days later:",
                first.windowFrom().truncatedTo(ChronoUnit.SECONDS),
                first.windowTo().truncatedTo(ChronoUnit.SECONDS),
                first.horizonDays()));
        table.add(format(
                LINE, "MODEL", "CUSTOMERS", "LEFT", "ROC AUC", "BRIER", "ALERT PRECISION", "ALERT RECALL", "IMMATURE"));
        realised.forEach(quality -> table.add(line(quality)));
        realised.stream()
                .filter(quality -> quality.scores().tooFew() != null)
                .forEach(quality -> table.add(
                        quality.modelVersion() + ": " + quality.scores().tooFew() + "."));
        return table.toString();
    }

    private static String line(RealisedQuality quality) {
        RealisedQuality.Scores scores = quality.scores();
        RealisedQuality.Alerts alerts = quality.alerts();
        return format(
                LINE,
                quality.modelVersion(),
                format("%,d", scores.customers()),
                format("%,d", scores.exited()),
                number(scores.rocAuc()),
                number(scores.brier()),
                share(alerts.precision(), alerts.hits() + alerts.falseAlarms()),
                share(alerts.recall(), alerts.exits()),
                format("%,d", scores.immature()));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : format("%.4f", value);
    }

    private static String share(@Nullable Double value, long of) {
        return value == null ? "-" : format("%.1f %% of %,d", 100 * value, of);
    }

    private static String format(String format, @Nullable Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private RealisedTable() {}
}
