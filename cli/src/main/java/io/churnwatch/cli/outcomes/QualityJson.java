package io.churnwatch.cli.outcomes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQuality;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code outcomes report --json} says, as the API does. */
record QualityJson(
        String asOf,
        @Nullable String since,
        long horizonDays,
        long stays,
        long unwatchedExits,
        AlertFigures overall,
        List<AlertFigures> byRule,
        List<AlertFigures> byThreshold,
        List<AlertFigures> byModel) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static String of(AlertQuality quality) {
        QualityJson json = new QualityJson(
                quality.asOf().toString(),
                quality.since() == null ? null : Objects.toString(quality.since()),
                quality.horizon().toDays(),
                quality.stays(),
                quality.unwatchedExits(),
                quality.overall(),
                quality.byRule(),
                quality.byThreshold(),
                quality.byModel());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
