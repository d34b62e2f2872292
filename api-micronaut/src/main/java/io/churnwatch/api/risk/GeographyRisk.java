package io.churnwatch.api.risk;

import io.churnwatch.api.database.Row;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The customers of one geography; null is that of the customers without one. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record GeographyRisk(
        @Nullable String geography,
        long customers,
        long exited,
        double churnRate,
        @Nullable Double meanProbability,
        long highRisk) {

    static GeographyRisk of(Row row) throws SQLException {
        return new GeographyRisk(
                row.textOrNull("geography"),
                row.count("customers"),
                row.count("exited"),
                row.number("churn_rate"),
                row.numberOrNull("mean_probability"),
                row.count("high_risk"));
    }
}
