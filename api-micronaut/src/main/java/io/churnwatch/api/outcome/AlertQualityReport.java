package io.churnwatch.api.outcome;

import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQuality;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good past alerts were, by what became of the customers.
 *
 * @param asOf the time at which alerts are old enough to be judged or not
 * @param since alerts that were raised and exits that happened before are left out; null for all
 * @param horizonDays within how many days after an alert the customer must leave
 * @param stays outcomes that say that a customer stayed
 * @param unwatchedExits of customers who had not been scored before, or only with alerts switched off: they count in no rate
 * @param overall of both rules, all thresholds and all models
 * @param byRule both rules
 * @param byThreshold each rule with each threshold that was in force
 * @param byModel each model that scored as champion
 */
@Serdeable.Serializable
@SerdeImport(AlertFigures.class)
public record AlertQualityReport(
        Instant asOf,
        @Nullable Instant since,
        long horizonDays,
        long stays,
        long unwatchedExits,
        AlertFigures overall,
        List<AlertFigures> byRule,
        List<AlertFigures> byThreshold,
        List<AlertFigures> byModel) {

    static AlertQualityReport of(AlertQuality quality) {
        return new AlertQualityReport(
                quality.asOf(),
                quality.since(),
                quality.horizon().toDays(),
                quality.stays(),
                quality.unwatchedExits(),
                quality.overall(),
                quality.byRule(),
                quality.byThreshold(),
                quality.byModel());
    }
}
