package io.churnwatch.api.model;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some models of a longer list, newest first.
 *
 * @param next where the next page begins; null on the last
 */
@Serdeable.Serializable
public record ModelPage(List<ModelSummary> items, @Nullable String next) {}
