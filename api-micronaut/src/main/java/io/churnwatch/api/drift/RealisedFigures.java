package io.churnwatch.api.drift;

import io.churnwatch.store.drift.RealisedQuality;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How good a model's scores and alerts turned out to be, of a window that is a horizon old.
 *
 * @param windowFrom of the scores, alerts and exits
 * @param windowTo before which they lie
 * @param horizonDays within which an exit after a score or an alert counts
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record RealisedFigures(
        String modelVersion, Instant windowFrom, Instant windowTo, int horizonDays, Scores scores, Alerts alerts) {

    /**
     * The newest score of each customer in the window, against the customer's exit.
     *
     * @param exited of the customers, within the horizon
     * @param immature scores since the window, which nobody can judge yet
     * @param rocAuc null when there are too few to tell
     * @param brier likewise
     * @param tooFew why there are too few; null when there are enough
     */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    public record Scores(
            long customers,
            long exited,
            long immature,
            @Nullable Double rocAuc,
            @Nullable Double brier,
            @Nullable String tooFew) {
        static Scores of(RealisedQuality.Scores scores) {
            return new Scores(
                    scores.customers(),
                    scores.exited(),
                    scores.immature(),
                    scores.rocAuc(),
                    scores.brier(),
                    scores.tooFew());
        }
    }

    /**
     * What became of the window's alerts and exits.
     *
     * @param precision null without alerts
     * @param recall null without exits
     * @param leadDaysMedian null when no exit was foreseen
     */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    public record Alerts(
            long hits,
            long falseAlarms,
            @Nullable Double precision,
            long exits,
            long foreseen,
            @Nullable Double recall,
            @Nullable Double leadDaysMedian) {
        static Alerts of(RealisedQuality.Alerts alerts) {
            return new Alerts(
                    alerts.hits(),
                    alerts.falseAlarms(),
                    alerts.precision(),
                    alerts.exits(),
                    alerts.foreseen(),
                    alerts.recall(),
                    alerts.leadDaysMedian());
        }
    }

    static RealisedFigures of(RealisedQuality quality) {
        return new RealisedFigures(
                quality.modelVersion(),
                quality.from(),
                quality.to(),
                quality.horizonDays(),
                Scores.of(quality.scores()),
                Alerts.of(quality.alerts()));
    }
}
