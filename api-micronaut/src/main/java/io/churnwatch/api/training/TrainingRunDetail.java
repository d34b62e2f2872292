package io.churnwatch.api.training;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * A training with all that was said of it.
 *
 * @param log line by line: time in UTC, per cent, step
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record TrainingRunDetail(TrainingRun run, String log) {}
