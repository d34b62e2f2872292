package io.churnwatch.store.outcome;

import io.churnwatch.risk.AlertType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the job and the feed left in the tables of a test. */
record PastAlerts(Connection connection) {
    /** Customers 1 to n, no score, no alert, and the configurations 1 (0.7, 20 %) and 2 (0.5, 20 %). */
    void reset(int customers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE customer_churn, alert_history CASCADE");
            statement.execute("INSERT INTO customer_churn (customer_id) SELECT generate_series(1, " + customers + ")");
            statement.execute("DELETE FROM alert_configuration WHERE id > 1");
            statement.execute("INSERT INTO alert_configuration (id, high_risk_threshold, effective_at, updated_by)"
                    + " VALUES (2, 0.5, 'epoch', 'a test')");
        }
    }

    void score(int customer, Instant loggedAt, String model, long config) throws SQLException {
        execute(
                """
                INSERT INTO churn_risk_history (customer_id, churn_probability, event_id, sequence, logged_at, model_version,
                    config_version, features, cause, scored_at)
                SELECT ?, 0.5, ?, 1 + count(*), ?, ?, ?, '{}', 'UPDATE', now() FROM churn_risk_history WHERE customer_id = ?""",
                customer,
                UUID.randomUUID().toString(),
                loggedAt.atOffset(ZoneOffset.UTC),
                model,
                config,
                customer);
    }

    /** With the score that raised it. */
    void alert(@Nullable Integer customer, AlertType rule, Instant raisedAt, String model, long config)
            throws SQLException {
        if (customer != null) {
            score(customer, raisedAt, model, config);
        }
        execute("""
                INSERT INTO alert_history (customer_id, alert_type, message, alert_id, raised_at, model_version, config_version)
                VALUES (?, ?, '{}', ?, ?, ?, ?)""", customer, rule.name(), UUID.randomUUID(), raisedAt.atOffset(ZoneOffset.UTC), model, config);
    }

    void outcome(int customer, Outcome outcome, Instant at) throws SQLException {
        execute("""
                INSERT INTO churn_outcome (customer_id, outcome, occurred_at, source, recorded_by)
                VALUES (?, ?, ?, 'CSV', 'a test')""", customer, outcome.name(), at.atOffset(ZoneOffset.UTC));
    }

    void execute(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
