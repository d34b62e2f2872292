package io.churnwatch.store.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** What a model must have passed before it gets a role. */
final class PromotionGate {
    /** What Spark and the engines may differ by: the last bits of a double. */
    private static final double DIFFERENCE_MAX = 1e-12;

    /**
     * Holds back a model on which the engines disagree, or which the job could not load or verify.
     *
     * @throws PromotionRefusedException saying which
     */
    static void requireSound(Connection connection, String version) throws SQLException, PromotionRefusedException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT (m.metrics #>> '{parity,worst_difference}')::float AS difference, s.reason
                FROM model_version m
                LEFT JOIN model_status s ON s.model_version = m.model_version AND s.state = 'REFUSED'
                WHERE m.model_version = ?""")) {
            query.setString(1, version);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getString("reason") != null) {
                    throw new PromotionRefusedException(
                            "The job refused the model " + version + ": " + row.getString("reason"));
                }
                if (row.getDouble("difference") > DIFFERENCE_MAX) { // 0 when it was not measured
                    throw new PromotionRefusedException("The engines differ on the model %s by %s, and %s is allowed."
                            .formatted(version, row.getDouble("difference"), DIFFERENCE_MAX));
                }
            }
        }
    }

    /**
     * Holds back a model that has measured less than {@code promotion_gate} asks for, or was not measured.
     *
     * @throws PromotionRefusedException naming the first metric that falls short
     */
    static void requireMinimums(Connection connection, String version) throws SQLException, PromotionRefusedException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT metric, minimum, measured FROM promotion_gate, LATERAL (
                    SELECT (metrics -> 'held_out' ->> metric)::float AS measured FROM model_version
                    WHERE model_version = ?) model
                WHERE measured IS NULL OR measured < minimum ORDER BY metric LIMIT 1""")) {
            query.setString(1, version);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    throw new PromotionRefusedException(String.format(
                            Locale.ROOT,
                            "The model %s has %s %s, and a champion needs at least %s.",
                            version,
                            row.getString("metric"),
                            row.getString("measured") == null ? "not measured" : row.getString("measured"),
                            row.getString("minimum")));
                }
            }
        }
    }

    private PromotionGate() {}
}
