package io.churnwatch.stream.rollup;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code risk_distribution}.
 *
 * @param geography null when unknown
 */
public record DistributionRow(@Nullable String geography, int bin, RiskSum sum) {}
