package io.churnwatch.api.risk;

import io.churnwatch.api.database.Row;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The model that answers.
 *
 * @param rocAuc as measured on held-out customers
 * @param effectiveAt since when it answers
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record ChampionModel(
        String modelVersion,
        String algorithm,
        Instant trainedAt,
        @Nullable Double rocAuc,
        Instant effectiveAt) {

    static ChampionModel of(Row row) throws SQLException {
        return new ChampionModel(
                row.text("model_version"),
                row.text("algorithm"),
                row.instant("trained_at"),
                row.numberOrNull("roc_auc"),
                row.instant("effective_at"));
    }
}
