package io.churnwatch.api.customer;

import io.churnwatch.api.database.Row;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.risk.RiskTrend;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a list; what belongs to the score is null until there is one.
 *
 * @param changePoints probability minus the previous one
 */
@Serdeable.Serializable
public record CustomerSummary(
        long customerId,
        @Nullable String surname,
        @Nullable String geography,
        @Nullable Integer age,
        @Nullable Double balance,
        @Nullable Integer numOfProducts,
        @Nullable Boolean isActiveMember,
        @Nullable Boolean exited,
        @Nullable Double probability,
        @Nullable RiskBand band,
        @Nullable Double changePoints,
        @Nullable RiskTrend trend,
        @Nullable Double valueAtRisk,
        @Nullable Instant scoredAt) {

    /** The columns that {@link #of} reads, of {@code customer_churn c} and {@code customer_risk r}. */
    public static final String COLUMNS = """
            c.customer_id, c.surname, c.geography, c.age, c.balance, c.num_of_products, c.is_active_member, c.exited,
            r.probability, r.band, r.change_points, r.trend, r.value_at_risk, r.scored_at""";

    public static CustomerSummary of(Row row) throws SQLException {
        return new CustomerSummary(
                row.count("customer_id"),
                row.textOrNull("surname"),
                row.textOrNull("geography"),
                row.integerOrNull("age"),
                row.numberOrNull("balance"),
                row.integerOrNull("num_of_products"),
                row.flagOrNull("is_active_member"),
                row.flagOrNull("exited"),
                row.numberOrNull("probability"),
                row.choiceOrNull("band", RiskBand.class),
                row.numberOrNull("change_points"),
                row.choiceOrNull("trend", RiskTrend.class),
                row.numberOrNull("value_at_risk"),
                row.instantOrNull("scored_at"));
    }
}
