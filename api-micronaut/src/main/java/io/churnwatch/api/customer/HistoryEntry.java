package io.churnwatch.api.customer;

import io.churnwatch.risk.Cause;
import io.churnwatch.risk.Reason;
import io.micronaut.serde.annotation.Serdeable;
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
        Instant scoredAt) {}
