package io.churnwatch.api.customer;

import io.churnwatch.api.database.Row;
import io.churnwatch.risk.AlertType;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert that was raised for a customer. */
@Serdeable.Serializable
public record AlertEntry(
        String alertId,
        AlertType alertType,
        AlertStatus status,
        Instant raisedAt,
        @Nullable Double probability,
        @Nullable Double previousProbability,
        @Nullable Double threshold) {

    static AlertEntry of(Row row) throws SQLException {
        return new AlertEntry(
                row.text("alert_id"),
                row.choice("alert_type", AlertType.class),
                row.choice("status", AlertStatus.class),
                row.instant("raised_at"),
                row.numberOrNull("probability"),
                row.numberOrNull("previous_probability"),
                row.numberOrNull("threshold"));
    }
}
