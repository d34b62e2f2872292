package io.churnwatch.api.risk;

import io.churnwatch.api.database.Row;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.scoring.RiskBands;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A score that put a customer into another risk band.
 *
 * @param timestamp when the update that caused it occurred at the bank
 */
@Serdeable.Serializable
public record BandCrossing(
        long customerId,
        @Nullable String surname,
        double probability,
        double previousProbability,
        RiskBand band,
        RiskBand previousBand,
        Instant timestamp,
        Instant scoredAt) {

    static BandCrossing of(Row row, RiskBands bands) throws SQLException {
        double probability = row.number("churn_probability");
        double previous = row.number("previous_probability");
        return new BandCrossing(
                row.count("customer_id"),
                row.textOrNull("surname"),
                probability,
                previous,
                bands.bandOf(probability),
                bands.bandOf(previous),
                row.instant("timestamp"),
                row.instant("scored_at"));
    }
}
