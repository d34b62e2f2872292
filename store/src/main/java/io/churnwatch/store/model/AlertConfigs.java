package io.churnwatch.store.model;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.IncreaseUnit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The append-only table {@code alert_configuration}, for those who judge by it. */
public final class AlertConfigs {
    private static final String SELECT = """
            SELECT id, is_enabled, high_risk_threshold, risk_increase_threshold, increase_unit, min_probability,
                   hysteresis, extract(epoch FROM cooldown)::bigint AS cooldown_seconds, effective_at
            FROM alert_configuration\s""";

    /** Every one that ever was, oldest first. */
    public static List<AlertConfig> all(Connection connection) throws SQLException {
        return read(connection, "ORDER BY id");
    }

    /**
     * The one that judges now.
     *
     * @throws IllegalStateException when the table is empty, which it is not since it was made
     */
    public static AlertConfig inForce(Connection connection) throws SQLException {
        return read(connection, "WHERE effective_at <= now() ORDER BY effective_at DESC, id DESC LIMIT 1").stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table alert_configuration lost its first row."));
    }

    private static List<AlertConfig> read(Connection connection, String which) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + which);
                ResultSet row = query.executeQuery()) {
            List<AlertConfig> configs = new ArrayList<>();
            while (row.next()) {
                configs.add(config(row));
            }
            return configs;
        }
    }

    private static AlertConfig config(ResultSet row) throws SQLException {
        return new AlertConfig(
                row.getLong("id"),
                row.getBoolean("is_enabled"),
                row.getDouble("high_risk_threshold"),
                row.getDouble("risk_increase_threshold"),
                IncreaseUnit.valueOf(row.getString("increase_unit")),
                row.getDouble("min_probability"),
                row.getDouble("hysteresis"),
                row.getLong("cooldown_seconds"),
                row.getObject("effective_at", OffsetDateTime.class).toInstant());
    }

    private AlertConfigs() {}
}
