package io.churnwatch.api;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes rows as the import and the job write them. */
public final class TestCustomers {
    private final TestApi api;

    public TestCustomers(TestApi api) {
        this.api = api;
    }

    public void insert(
            long customerId, @Nullable String surname, @Nullable String geography, @Nullable Boolean exited) {
        api.sql("""
                INSERT INTO customer_churn (customer_id, surname, geography, age, balance, num_of_products,
                    has_cr_card, is_active_member, exited, attributes)
                VALUES (?, ?, ?, 40, 1000.25, 2, NULL, TRUE, ?, '{"segment":"gold","logins":3}')""", customerId, surname, geography, exited);
    }

    /** The latest score and its row of the history. */
    public void score(long customerId, long sequence, double probability, @Nullable Double previous) {
        String event = customerId + "-" + sequence;
        api.sql(
                """
                INSERT INTO customer_risk (customer_id, event_id, sequence, probability, previous_probability,
                    change_points, band, trend, reasons, value_at_risk, model_version, config_version, occurred_at,
                    scored_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'STABLE', '[{"code":"AGE","field":"age","contribution":0.1,"text":"old"}]',
                    ? * 1000.25, 'm1', 1, now(), now())
                ON CONFLICT (customer_id) DO UPDATE SET sequence = excluded.sequence,
                    probability = excluded.probability, previous_probability = excluded.previous_probability,
                    change_points = excluded.change_points, band = excluded.band,
                    value_at_risk = excluded.value_at_risk""",
                customerId,
                event,
                sequence,
                probability,
                previous,
                previous == null ? null : probability - previous,
                band(probability),
                probability);
        api.sql("""
                INSERT INTO churn_risk_history (customer_id, "timestamp", churn_probability, previous_probability,
                    event_id, sequence, logged_at, model_version, config_version, features, cause, scored_at)
                VALUES (?, now(), ?, ?, ?, ?, now(), 'm1', 1, '{}', 'UPDATE', now())""", customerId, probability, previous, event, sequence);
    }

    /** Many customers with few distinct probabilities, so that ties are common; every fifth is not scored. */
    public void insertMany(int count) {
        Random random = new Random(42);
        for (int id = 1; id <= count; id++) {
            insert(id, "Surname" + id % 10, id % 3 == 0 ? "Germany" : "France", id % 7 == 0);
            if (id % 5 != 0) {
                score(id, 1, random.nextInt(12) / 11.0, null);
            }
        }
    }

    /** The sums over the customers as they are now, as the job has them a moment later. */
    public void rollUp() {
        api.sql("TRUNCATE risk_distribution");
        api.sql("""
                INSERT INTO risk_distribution (geography, bin, customers, exited, high_risk, mean_probability, value_at_risk)
                SELECT geography, least(width_bucket(probability, 0, 1, 20) - 1, 19), count(*), count(*) FILTER (WHERE exited),
                       count(*) FILTER (WHERE probability > 0.7), avg(probability),
                       coalesce(sum(round(value_at_risk::numeric, 2)) FILTER (WHERE exited IS NOT TRUE), 0)
                FROM customer_risk JOIN customer_churn USING (customer_id) GROUP BY 1, 2""");
    }

    private static String band(double probability) {
        if (probability >= 0.8) {
            return "CRITICAL";
        }
        if (probability >= 0.6) {
            return "HIGH";
        }
        return probability >= 0.3 ? "MEDIUM" : "LOW";
    }
}
