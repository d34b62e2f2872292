package io.churnwatch.store.model;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code promotion_gate}, and what else a model must have passed before it gets a role. */
public final class PromotionGate {
    /** The largest difference between Spark and the engines: the last bits of a double. */
    private static final double DIFFERENCE_MAX = 1e-12;

    /** The least value of each metric for a champion. */
    public static SortedMap<String, Double> minimums(Handle handle) {
        return handle.createQuery("SELECT metric, minimum FROM promotion_gate")
                .reduceRows(new TreeMap<String, Double>(), (minimums, row) -> {
                    minimums.put(row.getColumn("metric", String.class), row.getColumn("minimum", Double.class));
                    return minimums;
                });
    }

    public static void setMinimum(Handle handle, String metric, double minimum, String setBy) {
        handle.createUpdate("""
                        INSERT INTO promotion_gate (metric, minimum, set_by) VALUES (:metric, :minimum, :setBy)
                        ON CONFLICT (metric)
                        DO UPDATE SET minimum = EXCLUDED.minimum, set_by = EXCLUDED.set_by, set_at = now()""")
                .bind("metric", metric)
                .bind("minimum", minimum)
                .bind("setBy", setBy)
                .execute();
    }

    /** Returns false when there was none. */
    public static boolean removeMinimum(Handle handle, String metric) {
        return handle.createUpdate("DELETE FROM promotion_gate WHERE metric = :metric")
                        .bind("metric", metric)
                        .execute()
                == 1;
    }

    /**
     * Holds back a model on which the engines disagree, or which the job could not load or verify.
     *
     * @throws PromotionRefusedException naming which
     */
    static void requireSound(Handle handle, String version) throws PromotionRefusedException {
        Optional<String> objection = handle.createQuery("""
                        SELECT (m.metrics #>> '{parity,worst_difference}')::float AS difference, s.reason
                        FROM model_version m
                        LEFT JOIN model_status s ON s.model_version = m.model_version AND s.state = 'REFUSED'
                        WHERE m.model_version = :version""")
                .bind("version", version)
                .map((row, context) -> objection(version, row.getString("reason"), row.getDouble("difference")))
                .one();
        refuse(objection);
    }

    /** The difference is 0 when it was not measured. */
    private static Optional<String> objection(String version, @Nullable String refusal, double difference) {
        if (refusal != null) {
            return Optional.of("The job refused the model " + version + ": " + refusal);
        }
        return difference > DIFFERENCE_MAX
                ? Optional.of("The engines differ on the model %s by %s, and %s is allowed."
                        .formatted(version, difference, DIFFERENCE_MAX))
                : Optional.empty();
    }

    /**
     * Holds back a model that has measured less than {@code promotion_gate} asks for, or was not measured.
     *
     * @throws PromotionRefusedException naming the first metric that falls short
     */
    static void requireMinimums(Handle handle, String version) throws PromotionRefusedException {
        refuse(handle.createQuery("""
                        SELECT metric, minimum, measured FROM promotion_gate, LATERAL (
                            SELECT (metrics -> 'held_out' ->> metric)::float AS measured FROM model_version
                            WHERE model_version = :version) model
                        WHERE measured IS NULL OR measured < minimum ORDER BY metric LIMIT 1""")
                .bind("version", version)
                .map((row, context) -> String.format(
                        Locale.ROOT,
                        "The model %s has %s %s, and a champion needs at least %s.",
                        version,
                        row.getString("metric"),
                        row.getString("measured") == null ? "not measured" : row.getString("measured"),
                        row.getString("minimum")))
                .findOne());
    }

    private static void refuse(Optional<String> objection) throws PromotionRefusedException {
        if (objection.isPresent()) {
            throw new PromotionRefusedException(objection.get());
        }
    }

    private PromotionGate() {}
}
