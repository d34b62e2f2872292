package io.churnwatch.cli.outcomes;

import static io.churnwatch.cli.output.Table.format;

import io.churnwatch.cli.output.Table;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders the report as a table. */
final class QualityTable {
    private static final Table<Row> ROWS = new Table<Row>()
            .column("%-32s", "", Row::name)
            .column("%8s", "ALERTS", row -> format("%,d", row.figures().alerts()))
            .column("%7s", "HITS", row -> format("%,d", row.figures().hits()))
            .column("%7s", "FALSE", row -> format("%,d", row.figures().falseAlarms()))
            .column("%9s", "IMMATURE", row -> format("%,d", row.figures().immature()))
            .column("%9s", "ERASED", row -> format("%,d", row.figures().erased()))
            .column("%9s", "PRECISION", row -> percent(row.figures().precision()))
            .column("%7s", "EXITS", row -> format("%,d", row.figures().exits()))
            .column("%9s", "FORESEEN", row -> format("%,d", row.figures().foreseen()))
            .column("%7s ", "RECALL", row -> percent(row.figures().recall()))
            .column("%s", "LEAD DAYS", row -> leadDays(row.figures()));

    private record Row(String name, AlertFigures figures) {}

    private final List<String> lines = new ArrayList<>();

    static String of(AlertQuality quality) {
        if (quality.isEmpty()) {
            return "No alert has been raised, and no outcome is known" + since(quality)
                    + ". Exits in the feed are recorded automatically; "
                    + "'./churnwatch outcomes import FILE.csv' takes in others.";
        }
        QualityTable table = new QualityTable();
        table.lines(quality);
        return String.join(System.lineSeparator(), table.lines);
    }

    private static String since(AlertQuality quality) {
        return quality.since() == null ? "" : " since " + quality.since();
    }

    private void lines(AlertQuality quality) {
        lines.add(ROWS.titles());
        lines.add(ROWS.line(new Row("all", quality.overall())));
        lines("by rule", quality.byRule(), figures -> String.valueOf(figures.rule()));
        lines("by threshold", quality.byThreshold(), QualityTable::threshold);
        lines("by model", quality.byModel(), figures -> String.valueOf(figures.modelVersion()));
        lines.add("");
        lines.add(format(
                "An alert is a hit when its customer leaves within %,d days after it. Immature ones are younger than that and count"
                        + " in no rate;",
                quality.horizonDays()));
        lines.add("while they are many, precision reads high, for a hit is known at once and a false alarm only then.");
        lines.add(
                "Lead days are from the first alert to the exit: a tenth is below the first number, half, a tenth above the last.");
        if (quality.unwatchedExits() > 0) {
            lines.add(format(
                    "%,d exits are left out: the customer had not been scored before, or alerts were switched off.",
                    quality.unwatchedExits()));
        }
    }

    private void lines(String heading, List<AlertFigures> figures, Function<AlertFigures, String> name) {
        if (!figures.isEmpty()) {
            lines.add(heading);
            figures.forEach(each -> lines.add(ROWS.line(new Row("  " + name.apply(each), each))));
        }
    }

    private static String threshold(AlertFigures figures) {
        Double threshold = figures.threshold();
        String number = threshold == null ? "-" : format("%s", threshold).replaceFirst("\\.0$", "");
        String unit = figures.unit() == null ? "" : figures.unit() == IncreaseUnit.RELATIVE ? " %" : " points";
        return figures.rule() + " above " + number + unit;
    }

    private static @Nullable String leadDays(AlertFigures figures) {
        return figures.leadDaysMedian() == null
                ? null
                : format("%.1f · %.1f · %.1f", figures.leadDaysP10(), figures.leadDaysMedian(), figures.leadDaysP90());
    }

    private static @Nullable String percent(@Nullable Double share) {
        return share == null ? null : format("%.1f %%", 100 * share);
    }
}
