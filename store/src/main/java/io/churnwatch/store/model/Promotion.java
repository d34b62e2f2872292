package io.churnwatch.store.model;

import io.churnwatch.model.ModelRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code model_promotion}.
 *
 * @param fromVersion what had the role before; null for the first
 * @param effectiveAt from then on the version has the role
 */
public record Promotion(
        long id,
        ModelRole role,
        @Nullable String fromVersion,
        String toVersion,
        String promotedBy,
        String reason,
        Instant effectiveAt) {}
