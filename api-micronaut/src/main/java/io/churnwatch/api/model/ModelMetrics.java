package io.churnwatch.api.model;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The champion and the challenger.
 *
 * @param champion which answers; null before the first training
 * @param challenger which scores in shadow, else the newest that is not judged yet; null when there is none
 */
@Serdeable.Serializable
public record ModelMetrics(
        @Nullable ModelDetail champion, @Nullable ModelDetail challenger) {}
