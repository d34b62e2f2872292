package io.churnwatch.stream.rollup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code risk_trend}.
 *
 * @param minute its first instant, by log time
 * @param geography null when unknown
 */
public record TrendRow(Instant minute, @Nullable String geography, RiskSum sum) {}
