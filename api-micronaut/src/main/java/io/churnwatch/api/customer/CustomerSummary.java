package io.churnwatch.api.customer;

import io.churnwatch.risk.RiskBand;
import io.churnwatch.risk.RiskTrend;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a list; the members of the score are null before the first.
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

    /** The columns of {@code customer_churn c} and {@code customer_risk r}. */
    public static final String COLUMNS = """
            c.customer_id, c.surname, c.geography, c.age, c.balance, c.num_of_products, c.is_active_member, c.exited,
            r.probability, r.band, r.change_points, r.trend, r.value_at_risk, r.scored_at""";
}
