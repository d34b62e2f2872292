package io.churnwatch.api.customer;

import io.churnwatch.api.database.Row;
import io.churnwatch.risk.Reason;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.risk.RiskTrend;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's latest score. */
@Serdeable.Serializable
public record CustomerRisk(
        double probability,
        @Nullable Double previousProbability,
        @Nullable Double changePoints,
        @Nullable Double changePercent,
        RiskBand band,
        RiskTrend trend,
        List<Reason> reasons,
        @Nullable Double valueAtRisk,
        String modelVersion,
        long sequence,
        Instant scoredAt) {

    static CustomerRisk of(Row row, List<Reason> reasons) throws SQLException {
        return new CustomerRisk(
                row.number("probability"),
                row.numberOrNull("previous_probability"),
                row.numberOrNull("change_points"),
                row.numberOrNull("change_percent"),
                row.choice("band", RiskBand.class),
                row.choice("trend", RiskTrend.class),
                reasons,
                row.numberOrNull("value_at_risk"),
                row.text("model_version"),
                row.count("sequence"),
                row.instant("scored_at"));
    }
}
