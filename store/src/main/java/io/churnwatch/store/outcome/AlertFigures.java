package io.churnwatch.store.outcome;

import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.risk.AlertType;
import org.jspecify.annotations.Nullable;

/**
 * The results of a group of alerts, and the exits that they should have foreseen.
 *
 * @param rule of the alerts; null when they are of both
 * @param threshold of the rule, in force when they were raised; null when they are of several
 * @param unit of the threshold of RISK_INCREASE; null for HIGH_RISK, whose threshold is a probability
 * @param modelVersion of the scores that raised them; null when they are of several
 * @param alerts that were raised, which are the hits, the false alarms, the immature and the erased
 * @param hits whose customer left within the horizon
 * @param falseAlarms whose customer did not
 * @param immature that are younger than the horizon, of customers who have not left: they count in no rate
 * @param erased whose customer was erased, so that nobody knows: they count in no rate
 * @param precision the share of the hits in hits and false alarms; null without any
 * @param exits of customers who had been scored under that threshold and model
 * @param foreseen the exits with such an alert within the horizon before
 * @param recall the share of the foreseen in the exits; null without any
 * @param leadDaysP10 days from the first such alert to the exit that it foresaw: the shortest tenth is below
 * @param leadDaysMedian half of them are below
 * @param leadDaysP90 the longest tenth is above
 */
public record AlertFigures(
        @Nullable AlertType rule,
        @Nullable Double threshold,
        @Nullable IncreaseUnit unit,
        @Nullable String modelVersion,
        long alerts,
        long hits,
        long falseAlarms,
        long immature,
        long erased,
        @Nullable Double precision,
        long exits,
        long foreseen,
        @Nullable Double recall,
        @Nullable Double leadDaysP10,
        @Nullable Double leadDaysMedian,
        @Nullable Double leadDaysP90) {

    static AlertFigures of(AlertGroup group, JudgedAlerts judged, DueExits due) {
        return new AlertFigures(
                group.rule(),
                group.threshold(),
                group.unit(),
                group.modelVersion(),
                judged.alerts(),
                judged.hits(),
                judged.falseAlarms(),
                judged.immature(),
                judged.erased(),
                judged.precision(),
                due.exits(),
                due.foreseen(),
                due.recall(),
                due.leadDays().p10(),
                due.leadDays().median(),
                due.leadDays().p90());
    }
}
