package io.churnwatch.cli.outcomes;

import io.churnwatch.cli.json.Json;
import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQuality;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code outcomes report --json}, with the members of the API. */
record QualityJson(
        Instant asOf,
        @Nullable Instant since,
        long horizonDays,
        long stays,
        long unwatchedExits,
        AlertFigures overall,
        List<AlertFigures> byRule,
        List<AlertFigures> byThreshold,
        List<AlertFigures> byModel) {

    static String of(AlertQuality quality) {
        return Json.write(new QualityJson(
                quality.asOf(),
                quality.since(),
                quality.horizon().toDays(),
                quality.stays(),
                quality.unwatchedExits(),
                quality.overall(),
                quality.byRule(),
                quality.byThreshold(),
                quality.byModel()));
    }
}
