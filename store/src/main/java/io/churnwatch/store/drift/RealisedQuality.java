package io.churnwatch.store.drift;

import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * How good a model's scores and the alerts by them turned out to be, of a window that is a horizon old: whether its customers
 * left is known.
 *
 * @param windowFrom log time of the first scores and alerts, and time of the first exits
 * @param windowTo before which the last ones lie
 * @param horizonDays within which an exit after a score or an alert counts
 * @param scores outcomes of the scored customers
 * @param alerts what became of the alerts
 */
public record RealisedQuality(
        String modelVersion,
        Instant windowFrom,
        Instant windowTo,
        int horizonDays,
        @Nested Scores scores,
        @Nested Alerts alerts) {

    /**
     * The newest score of each customer in the window, against the customer's exit within the horizon.
     *
     * @param exited of the customers
     * @param immature scores since the window: nobody knows yet, so they are in no other figure
     * @param rocAuc null when there are too few
     * @param brier likewise
     * @param tooFew why there are too few; null when there are enough
     */
    public record Scores(
            long customers,
            long exited,
            long immature,
            @Nullable Double rocAuc,
            @Nullable Double brier,
            @Nullable String tooFew) {}

    /**
     * The figures of {@link io.churnwatch.store.outcome.AlertFigures} for the window.
     *
     * @param precision null without alerts
     * @param recall null without exits
     * @param leadDaysMedian null when no exit was foreseen
     */
    public record Alerts(
            long hits,
            long falseAlarms,
            @Nullable Double precision,
            long exits,
            long foreseen,
            @Nullable Double recall,
            @Nullable Double leadDaysMedian) {
        public static final Alerts NONE = new Alerts(0, 0, null, 0, 0, null, null);
    }
}
