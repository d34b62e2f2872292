package io.churnwatch.bench.stream.run;

/**
 * The feed's effect on the scores of the forest, counted in the tables: shares of all events.
 *
 * @param moved scores that moved by a point or more
 * @param alerts raised
 * @param unchanged scores that are the same as before
 */
public record FeedMix(double moved, double unchanged, double alerts) {
    static final String QUERY = """
            SELECT avg((abs(churn_probability - previous_probability) >= 0.01)::int) AS moved,
                   avg((churn_probability = previous_probability)::int) AS unchanged,
                   (SELECT count(*) FROM alert_history)::float8 / count(*) AS alerts
            FROM churn_risk_history WHERE previous_probability IS NOT NULL""";
}
