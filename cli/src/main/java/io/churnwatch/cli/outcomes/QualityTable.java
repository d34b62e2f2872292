package io.churnwatch.cli.outcomes;

import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders the report as a table. */
final class QualityTable {
    private static final String LINE = "%-32s %8s %7s %7s %9s %9s %9s %7s %9s %7s  %s";

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
        line(
                "",
                "ALERTS",
                "HITS",
                "FALSE",
                "IMMATURE",
                "ERASED",
                "PRECISION",
                "EXITS",
                "FORESEEN",
                "RECALL",
                "LEAD DAYS");
        line("all", quality.overall());
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
            figures.forEach(each -> line("  " + name.apply(each), each));
        }
    }

    private void line(String name, AlertFigures figures) {
        line(
                name,
                number(figures.alerts()),
                number(figures.hits()),
                number(figures.falseAlarms()),
                number(figures.immature()),
                number(figures.erased()),
                percent(figures.precision()),
                number(figures.exits()),
                number(figures.foreseen()),
                percent(figures.recall()),
                leadDays(figures));
    }

    private void line(String... cells) {
        lines.add(format(LINE, (Object[]) cells).stripTrailing());
    }

    private static String threshold(AlertFigures figures) {
        Double threshold = figures.threshold();
        String number = threshold == null ? "-" : format("%s", threshold).replaceFirst("\\.0$", "");
        String unit = figures.unit() == null ? "" : figures.unit() == IncreaseUnit.RELATIVE ? " %" : " points";
        return figures.rule() + " above " + number + unit;
    }

    private static String leadDays(AlertFigures figures) {
        return figures.leadDaysMedian() == null
                ? "-"
                : format("%.1f · %.1f · %.1f", figures.leadDaysP10(), figures.leadDaysMedian(), figures.leadDaysP90());
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "-" : format("%.1f %%", 100 * share);
    }

    private static String number(long count) {
        return format("%,d", count);
    }

    private static String format(String format, @Nullable Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
