package io.churnwatch.api.customer;

import io.churnwatch.risk.AlertType;
import io.micronaut.serde.annotation.Serdeable;
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
        @Nullable Double threshold) {}
