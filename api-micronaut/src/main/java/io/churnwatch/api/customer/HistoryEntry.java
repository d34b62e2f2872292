package io.churnwatch.api.customer;

import io.churnwatch.api.database.Row;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.Reason;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One score that a customer had.
 *
 * @param timestamp when the update that caused it occurred at the bank
 * @param riskChange relative to the previous probability, in percent
 */
@Serdeable.Serializable
public record HistoryEntry(
        String eventId,
        long sequence,
        Instant timestamp,
        double probability,
        @Nullable Double previousProbability,
        @Nullable Double riskChange,
        @Nullable Double dataChange,
        @Nullable Double modelChange,
        boolean isHighRisk,
        Cause cause,
        String modelVersion,
        long configVersion,
        List<Reason> reasons,
        Instant scoredAt) {

    static HistoryEntry of(Row row, List<Reason> reasons) throws SQLException {
        return new HistoryEntry(
                row.text("event_id"),
                row.count("sequence"),
                row.instant("timestamp"),
                row.number("churn_probability"),
                row.numberOrNull("previous_probability"),
                row.numberOrNull("risk_change"),
                row.numberOrNull("data_change"),
                row.numberOrNull("model_change"),
                row.flag("is_high_risk"),
                row.choice("cause", Cause.class),
                row.text("model_version"),
                row.count("config_version"),
                reasons,
                row.instant("scored_at"));
    }
}
