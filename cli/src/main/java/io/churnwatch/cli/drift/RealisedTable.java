package io.churnwatch.cli.drift;

import static io.churnwatch.cli.output.Table.format;
import static io.churnwatch.cli.output.Table.number;

import io.churnwatch.cli.output.Table;
import io.churnwatch.store.drift.RealisedQuality;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The outcomes of customers who were scored a horizon ago, as a table. */
final class RealisedTable {
    private static final Table<RealisedQuality> MODELS = new Table<RealisedQuality>()
            .column("%-22s", "MODEL", RealisedQuality::modelVersion)
            .column(
                    "%9s",
                    "CUSTOMERS", quality -> format("%,d", quality.scores().customers()))
            .column("%7s", "LEFT", quality -> format("%,d", quality.scores().exited()))
            .column("%8s", "ROC AUC", quality -> number("%.4f", quality.scores().rocAuc()))
            .column("%8s", "BRIER", quality -> number("%.4f", quality.scores().brier()))
            .column("%18s", "ALERT PRECISION", quality -> precision(quality.alerts()))
            .column("%18s", "ALERT RECALL", quality -> recall(quality.alerts()))
            .column("%9s", "IMMATURE", quality -> format("%,d", quality.scores().immature()));

    /** One line per model; there is at least one. */
    static String of(List<RealisedQuality> realised) {
        RealisedQuality first = realised.get(0); // all have the same window
        StringJoiner table = new StringJoiner(System.lineSeparator());
        table.add(format(
                "Who was scored from %s to %s, and had left %d days later:",
                first.windowFrom().truncatedTo(ChronoUnit.SECONDS),
                first.windowTo().truncatedTo(ChronoUnit.SECONDS),
                first.horizonDays()));
        table.add(MODELS.of(realised));
        realised.stream()
                .filter(quality -> quality.scores().tooFew() != null)
                .forEach(quality -> table.add(
                        quality.modelVersion() + ": " + quality.scores().tooFew() + "."));
        return table.toString();
    }

    private static @Nullable String precision(RealisedQuality.Alerts alerts) {
        return share(alerts.precision(), alerts.hits() + alerts.falseAlarms());
    }

    private static @Nullable String recall(RealisedQuality.Alerts alerts) {
        return share(alerts.recall(), alerts.exits());
    }

    private static @Nullable String share(@Nullable Double value, long of) {
        return value == null ? null : format("%.1f %% of %,d", 100 * value, of);
    }

    private RealisedTable() {}
}
