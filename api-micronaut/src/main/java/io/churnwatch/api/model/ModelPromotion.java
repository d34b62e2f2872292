package io.churnwatch.api.model;

import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.Promotion;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version was given a role.
 *
 * @param fromVersion what had the role before; null for the first
 * @param effectiveAt from then on the version has it
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record ModelPromotion(
        long id,
        ModelRole role,
        @Nullable String fromVersion,
        String toVersion,
        String promotedBy,
        String reason,
        Instant effectiveAt) {

    static ModelPromotion of(Promotion promotion) {
        return new ModelPromotion(
                promotion.id(),
                promotion.role(),
                promotion.fromVersion(),
                promotion.toVersion(),
                promotion.promotedBy(),
                promotion.reason(),
                promotion.effectiveAt());
    }
}
