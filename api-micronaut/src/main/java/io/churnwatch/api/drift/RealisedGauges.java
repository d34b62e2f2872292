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

    private final MeterRegistry metrics;
    private final Map<MultiGauge, Function<RealisedQuality, @Nullable Number>> figures = new LinkedHashMap<>();

    RealisedGauges(MeterRegistry metrics) {
        this.metrics = metrics;
        ofScores("roc.auc", "ROC AUC of past scores", RealisedQuality.Scores::rocAuc);
        ofScores("brier", "Brier score of past scores", RealisedQuality.Scores::brier);
        ofScores("customers", "Customers whose past scores are judged", RealisedQuality.Scores::customers);
        ofScores("immature", "Scores too recent to be judged", RealisedQuality.Scores::immature);
        ofAlerts("alert.precision", "Share of hits in past alerts", RealisedQuality.Alerts::precision);
        ofAlerts("alert.recall", "Share of past exits with an alert before", RealisedQuality.Alerts::recall);
    }

    private void ofScores(String name, String description, Function<RealisedQuality.Scores, @Nullable Number> figure) {
        figures.put(gauge(name, description), quality -> figure.apply(quality.scores()));
    }

    private void ofAlerts(String name, String description, Function<RealisedQuality.Alerts, @Nullable Number> figure) {
        figures.put(gauge(name, description), quality -> figure.apply(quality.alerts()));
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(PREFIX + name).description(description).register(metrics);
    }

    void show(List<RealisedQuality> realised) {
        figures.forEach((gauge, figure) -> gauge.register(rows(realised, figure), true));
    }

    private static List<Row<?>> rows(
            List<RealisedQuality> realised, Function<RealisedQuality, @Nullable Number> figure) {
        return realised.stream()
                .filter(quality -> figure.apply(quality) != null)
                .<Row<?>>map(quality -> Row.of(
                        Tags.of("model_version", quality.modelVersion()),
                        Objects.requireNonNull(figure.apply(quality))))
                .toList();
    }
}
