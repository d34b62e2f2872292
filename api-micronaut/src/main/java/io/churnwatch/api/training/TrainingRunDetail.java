package io.churnwatch.api.training;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A training with its log.
 *
 * @param log line by line: time in UTC, per cent, step
 */
@Serdeable.Serializable
public record TrainingRunDetail(TrainingRun run, String log) {}
