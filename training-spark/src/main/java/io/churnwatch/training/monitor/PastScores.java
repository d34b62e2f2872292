package io.churnwatch.training.monitor;

import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The scores of a window that is a horizon old, with what the customers did within the horizon after them.
 *
 * @param from log time of the first
 * @param to log time before which the last one lies
 */
record PastScores(Handle handle, Instant from, Instant to, Duration horizon) {
    /**
     * The newest score of each customer who had not left by then. A customer who left at an unknown time is left out: the exit may
     * have been before or after. Where a model has too many customers, a hash of the id chooses among them.
     */
    private static final String JUDGED = """
            WITH asked AS (
                     SELECT :since::timestamptz AS since, :until::timestamptz AS until, make_interval(secs => :horizon) AS horizon),
                 past AS (
                     SELECT model_version, customer_id, sequence, churn_probability,
                         logged_at + horizon AS judged_at, c.exited AS gone,
                         (SELECT outcome FROM churn_outcome o WHERE o.customer_id = h.customer_id
                          AND occurred_at <= logged_at ORDER BY occurred_at DESC LIMIT 1) AS told_before,
                         (SELECT min(occurred_at) FROM churn_outcome o WHERE o.customer_id = h.customer_id
                          AND outcome = 'EXITED' AND occurred_at > logged_at) AS left_at
                     FROM asked, churn_risk_history h JOIN customer_churn c USING (customer_id)
                     WHERE logged_at >= since AND logged_at < until),
                 newest AS (
                     SELECT DISTINCT ON (model_version, customer_id) model_version, customer_id, churn_probability,
                         left_at IS NOT NULL AND left_at <= judged_at AS exited
                     FROM past
                     WHERE told_before IS DISTINCT FROM 'EXITED' AND (gone IS NOT TRUE OR left_at IS NOT NULL)
                     ORDER BY model_version, customer_id, sequence DESC),
                 dealt AS (
                     SELECT *, row_number() OVER (PARTITION BY model_version ORDER BY hashint8(customer_id)) AS place
                     FROM newest)
            SELECT model_version, churn_probability, exited FROM dealt WHERE place <= :limit""";

    private static final String IMMATURE =
            "SELECT model_version, count(*) AS scores FROM churn_risk_history WHERE logged_at >= :since GROUP BY model_version";

    /** By model version. */
    Map<String, List<ScoredCustomer>> judged() {
        return handle.createQuery(JUDGED)
                .bind("since", from)
                .bind("until", to)
                .bind("horizon", horizon.toSeconds())
                .bind("limit", Split.HELD_OUT_MAX) // of each model, as many as a training holds out
                .reduceRows(new HashMap<>(), (judged, row) -> {
                    judged.computeIfAbsent(row.getColumn("model_version", String.class), version -> new ArrayList<>())
                            .add(new ScoredCustomer(
                                    row.getColumn("churn_probability", Double.class),
                                    row.getColumn("exited", Boolean.class)));
                    return judged;
                });
    }

    /** Counts the scores since the window, which cannot be judged yet, by model version. */
    Map<String, Long> immature() {
        return handle.createQuery(IMMATURE).bind("since", to).reduceRows(new HashMap<>(), (immature, row) -> {
            immature.put(row.getColumn("model_version", String.class), row.getColumn("scores", Long.class));
            return immature;
        });
    }
}
