package io.churnwatch.api.model;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some models of a longer list, newest first.
 *
 * @param next where the next page begins; null on the last
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record ModelPage(List<ModelSummary> items, @Nullable String next) {}
