package io.churnwatch.api.risk;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * The customers who had a score, as they were at the end of a minute; of the running minute, as they are so far.
 *
 * @param minute its first instant, by log time
 */
@Serdeable.Serializable
public record TrendPoint(Instant minute, long scored, double meanProbability, long highRisk, double valueAtRisk) {}
