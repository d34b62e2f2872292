package io.churnwatch.api.risk;

import io.churnwatch.risk.RiskBand;
import io.churnwatch.scoring.RiskBands;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
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

    static BandCrossing of(RowView row, RiskBands bands) {
        double probability = row.getColumn("churn_probability", Double.class);
        double previous = row.getColumn("previous_probability", Double.class);
        return new BandCrossing(
                row.getColumn("customer_id", Long.class),
                row.getColumn("surname", String.class),
                probability,
                previous,
                bands.bandOf(probability),
                bands.bandOf(previous),
                row.getColumn("timestamp", Instant.class),
                row.getColumn("scored_at", Instant.class));
    }
}
