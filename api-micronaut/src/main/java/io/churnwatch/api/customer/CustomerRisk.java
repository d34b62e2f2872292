package io.churnwatch.api.customer;

import io.churnwatch.risk.Reason;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.risk.RiskTrend;
import io.micronaut.serde.annotation.Serdeable;
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
        Instant scoredAt) {}
