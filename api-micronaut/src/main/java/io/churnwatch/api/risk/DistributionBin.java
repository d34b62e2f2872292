package io.churnwatch.api.risk;

import io.micronaut.serde.annotation.Serdeable;

/** How many customers have a probability from {@code from} to below {@code to}; the last bin holds 1 too. */
@Serdeable.Serializable
public record DistributionBin(int bin, double from, double to, long customers) {}
