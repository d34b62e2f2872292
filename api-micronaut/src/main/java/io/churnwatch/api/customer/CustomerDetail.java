package io.churnwatch.api.customer;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer with the latest score, its history, and the latest alerts.
 *
 * @param risk null until the first score
 * @param history newest first
 * @param alerts newest first
 */
@Serdeable.Serializable
public record CustomerDetail(
        long customerId,
        Profile profile,
        @Nullable CustomerRisk risk,
        List<HistoryEntry> history,
        List<AlertEntry> alerts) {}
