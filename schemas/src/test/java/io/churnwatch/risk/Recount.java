package io.churnwatch.risk;

/** Queries that count again what the rollups sum up; each returns the rows that only one of the two has. */
public final class Recount {
    private static final String RECOUNTED = """
            count(*) AS customers,
            count(*) FILTER (WHERE h.is_high_risk) AS high_risk,
            sum(round(r.probability * 1e9)::bigint)::float / 1e9 / count(*) AS mean_probability,
            sum(CASE WHEN c.exited THEN 0 ELSE round(coalesce(r.value_at_risk, 0) * 100)::bigint END) / 100
                AS value_at_risk
            FROM customer_risk r JOIN customer_churn c USING (customer_id) JOIN churn_risk_history h USING (event_id, customer_id)
            """;

    public static final String DISTRIBUTION_DIFFERS = differences(
            "SELECT c.geography, least(width_bucket(r.probability, 0, 1, 20), 20) - 1 AS bin,"
                    + " count(*) FILTER (WHERE c.exited) AS exited, " + RECOUNTED + " GROUP BY 1, 2",
            "SELECT geography, bin, exited, customers, high_risk, mean_probability, value_at_risk"
                    + " FROM risk_distribution WHERE customers > 0");

    public static final String TREND_DIFFERS = differences(
            "SELECT c.geography, " + RECOUNTED + " GROUP BY 1",
            "SELECT * FROM (SELECT DISTINCT ON (geography) geography, customers, high_risk, mean_probability,"
                    + " value_at_risk FROM risk_trend ORDER BY geography, minute DESC) AS newest WHERE customers > 0");

    public static final String ALERTS_DIFFER = differences(
            "SELECT date_trunc('hour', raised_at), alert_type, count(*) FROM alert_history GROUP BY 1, 2",
            "SELECT hour, alert_type, alerts FROM alert_count");

    private static String differences(String one, String other) {
        return "(SELECT 'recounted', * FROM (" + one + ") a EXCEPT SELECT 'recounted', * FROM (" + other + ") b)"
                + " UNION ALL (SELECT 'rolled up', * FROM (" + other + ") c EXCEPT SELECT 'rolled up', * FROM (" + one
                + ") d)";
    }

    private Recount() {}
}
