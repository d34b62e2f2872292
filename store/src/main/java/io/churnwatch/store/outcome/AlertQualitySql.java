package io.churnwatch.store.outcome;

/** The statements behind {@link AlertQualities}. */
final class AlertQualitySql {
    /**
     * The beginning of every statement. A bank may report the same exit more than once: by the feed, and by each monthly list of
     * those who left. So an exit that follows on one within the horizon, with no stay in between, is that one.
     */
    static final String ASKED = """
            WITH asked AS (
                     SELECT :since::timestamptz AS since, :until::timestamptz AS until,
                            :asOf::timestamptz AS as_of, make_interval(secs => :horizon) AS horizon),
                 reported AS (
                     SELECT customer_id, occurred_at, outcome, lag(outcome) OVER told_before AS outcome_before,
                            lag(occurred_at) OVER told_before AS occurred_before
                     FROM churn_outcome WINDOW told_before AS (PARTITION BY customer_id ORDER BY occurred_at)),
                 left_for_good AS (
                     SELECT customer_id, occurred_at FROM reported, asked WHERE outcome = 'EXITED'
                     AND (outcome_before = 'EXITED' AND occurred_before > occurred_at - horizon) IS NOT TRUE),
                 due AS (SELECT customer_id, occurred_at FROM left_for_good, asked
                         WHERE occurred_at >= since AND occurred_at < until),
                 rule AS (
                     SELECT id AS config_version, 'HIGH_RISK' AS alert_type, high_risk_threshold AS threshold,
                            NULL AS unit FROM alert_configuration WHERE is_enabled
                     UNION ALL
                     SELECT id, 'RISK_INCREASE', risk_increase_threshold, increase_unit FROM alert_configuration
                     WHERE is_enabled)
            """;

    /** The columns that {@link AlertGroup.Kind} groups by. */
    private static final String KIND = """
            CASE GROUPING(alert_type, threshold, model_version)
                WHEN 7 THEN 'ALL' WHEN 3 THEN 'RULE' WHEN 1 THEN 'THRESHOLD' ELSE 'MODEL' END AS kind
            """;

    static final String ALERTS = """
            , alert AS (
                 SELECT id, customer_id, raised_at, alert_type, config_version, model_version FROM alert_history, asked
                 WHERE raised_at BETWEEN since AND as_of AND raised_at < until AND alert_type IN ('HIGH_RISK', 'RISK_INCREASE')),
             hit AS (
                 SELECT DISTINCT id FROM asked, alert JOIN left_for_good USING (customer_id)
                 WHERE occurred_at > raised_at AND occurred_at <= raised_at + horizon),
             judged AS (
                 SELECT alert_type, threshold, unit, model_version,
                     CASE WHEN customer_id IS NULL THEN 'ERASED' WHEN hit.id IS NOT NULL THEN 'HIT'
                          WHEN raised_at > as_of - horizon THEN 'IMMATURE' ELSE 'FALSE_ALARM' END AS verdict
                 FROM asked, alert JOIN rule USING (config_version, alert_type) LEFT JOIN hit USING (id))
            SELECT alert_type AS rule, threshold, unit, model_version, {kind},
                count(*) FILTER (WHERE verdict = 'HIT') AS hits,
                count(*) FILTER (WHERE verdict = 'FALSE_ALARM') AS false_alarms,
                count(*) FILTER (WHERE verdict = 'IMMATURE') AS immature,
                count(*) FILTER (WHERE verdict = 'ERASED') AS erased
            FROM judged
            GROUP BY GROUPING SETS ((), (alert_type), (alert_type, threshold, unit), (model_version))""".replace("{kind}", KIND);

    /**
     * An exit counts for each model and configuration that scored the customer within the horizon before it, or had scored last
     * when that began: they had the chance to foresee it, unless alerts were switched off.
     */
    static final String EXITS = """
            , warned AS (
                 SELECT due.customer_id, due.occurred_at, model_version, config_version, alert_type,
                        min(raised_at) AS raised_at
                 FROM asked CROSS JOIN due JOIN alert_history a ON a.customer_id = due.customer_id
                     AND raised_at < due.occurred_at AND raised_at >= due.occurred_at - horizon
                 GROUP BY due.customer_id, due.occurred_at, model_version, config_version, alert_type),
             seen AS (
                 SELECT due.customer_id, due.occurred_at, scored.model_version, scored.config_version
                 FROM asked, due, LATERAL (
                     (SELECT model_version, config_version FROM churn_risk_history h
                      WHERE h.customer_id = due.customer_id AND logged_at < due.occurred_at
                          AND logged_at >= due.occurred_at - horizon)
                     UNION
                     (SELECT model_version, config_version FROM churn_risk_history h
                      WHERE h.customer_id = due.customer_id AND logged_at < due.occurred_at - horizon
                      ORDER BY sequence DESC LIMIT 1)) scored),
             chance AS (
                 SELECT customer_id, occurred_at, seen.model_version, alert_type, threshold, unit, raised_at
                 FROM seen JOIN rule USING (config_version)
                 LEFT JOIN warned USING (customer_id, occurred_at, model_version, config_version, alert_type)),
             foreseen AS (
                 SELECT customer_id, occurred_at, alert_type, threshold, unit, model_version, {kind},
                     min(raised_at) AS raised_at
                 FROM chance GROUP BY customer_id, occurred_at,
                     GROUPING SETS ((), (alert_type), (alert_type, threshold, unit), (model_version)))
            SELECT alert_type AS rule, threshold, unit, model_version, kind, count(*) AS exits, count(raised_at) AS foreseen,
                percentile_cont(0.1) WITHIN GROUP (ORDER BY lead_days) AS p10,
                percentile_cont(0.5) WITHIN GROUP (ORDER BY lead_days) AS median,
                percentile_cont(0.9) WITHIN GROUP (ORDER BY lead_days) AS p90
            FROM (SELECT *, extract(epoch FROM occurred_at - raised_at)::float8 / 86400 AS lead_days FROM foreseen) led
            GROUP BY alert_type, threshold, unit, model_version, kind""".replace("{kind}", KIND);

    static final String TOTALS = """
            SELECT (SELECT count(*) FROM churn_outcome, asked
                    WHERE outcome = 'STAYED' AND occurred_at >= since AND occurred_at < until) AS stays,
                (SELECT count(*) FROM due) AS exits""";

    private AlertQualitySql() {}
}
