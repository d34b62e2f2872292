package io.churnwatch.api.risk;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** How many customers have a probability from {@code from} to below {@code to}; the last bin holds 1 too. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record DistributionBin(int bin, double from, double to, long customers) {}
