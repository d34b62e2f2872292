package io.churnwatch.api.drift;

import io.churnwatch.store.drift.RealisedQuality;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Publishes the realised quality of past scores and alerts as metrics by model version, without unknown figures. */
final class RealisedGauges {
    private static final String PREFIX = "churnwatch.realised.";

    private final Map<MultiGauge, Figure> gauges = new LinkedHashMap<>();

    /** One number of a model, if it is known. */
    private interface Figure extends Function<RealisedQuality, @Nullable Number> {}

    RealisedGauges(MeterRegistry metrics) {
        add(
                metrics,
                "roc.auc",
                "ROC AUC of past scores",
                quality -> quality.scores().rocAuc());
        add(
                metrics,
                "brier",
                "Brier score of past scores",
                quality -> quality.scores().brier());
        add(
                metrics,
                "customers",
                "Customers whose past scores are judged",
                quality -> quality.scores().customers());
        add(
                metrics,
                "immature",
                "Scores too recent to be judged",
                quality -> quality.scores().immature());
        add(
                metrics,
                "alert.precision",
                "Share of hits in past alerts",
                quality -> quality.alerts().precision());
        add(
                metrics,
                "alert.recall",
                "Share of past exits with an alert before",
                quality -> quality.alerts().recall());
    }

    private void add(MeterRegistry metrics, String name, String description, Figure figure) {
        gauges.put(MultiGauge.builder(PREFIX + name).description(description).register(metrics), figure);
    }

    void show(List<RealisedQuality> realised) {
        gauges.forEach((gauge, figure) -> gauge.register(rows(realised, figure), true));
    }

    private static List<Row<?>> rows(List<RealisedQuality> realised, Figure figure) {
        return realised.stream()
                .filter(quality -> figure.apply(quality) != null)
                .<Row<?>>map(quality -> Row.of(
                        Tags.of("model_version", quality.modelVersion()),
                        Objects.requireNonNull(figure.apply(quality))))
                .toList();
    }
}
