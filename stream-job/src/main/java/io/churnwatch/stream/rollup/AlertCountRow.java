package io.churnwatch.stream.rollup;

import io.churnwatch.risk.AlertType;
import java.time.Instant;

/**
 * A row of {@code alert_count}.
 *
 * @param hour its first instant, by log time
 */
public record AlertCountRow(Instant hour, AlertType alertType, long alerts) {}
