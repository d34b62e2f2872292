package io.churnwatch.api.training;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some trainings of a longer list, newest first.
 *
 * @param next where the next page begins; null on the last
 */
@Serdeable.Serializable
public record TrainingRunPage(
        List<TrainingRun> items, @Nullable Long next) {}
