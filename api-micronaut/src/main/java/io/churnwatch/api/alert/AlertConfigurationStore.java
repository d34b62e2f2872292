package io.churnwatch.api.alert;

import io.churnwatch.api.database.Query;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The append-only table {@code alert_configuration}. */
@Singleton
final class AlertConfigurationStore {
    private static final String COLUMNS = """
            id, is_enabled, high_risk_threshold, risk_increase_threshold, increase_unit, min_probability, hysteresis,
            extract(epoch FROM cooldown)::bigint AS cooldown_seconds, webhook_url, effective_at, updated_by, created_at""";

    /** The one that judges now. */
    AlertConfiguration inForce(Connection connection) throws SQLException {
        return Query.of("SELECT " + COLUMNS)
                .append("FROM alert_configuration WHERE effective_at <= now()")
                .append("ORDER BY effective_at DESC, id DESC LIMIT 1")
                .single(connection, AlertConfiguration::of);
    }

    /** The one that judges now, or will when its time has come. */
    AlertConfiguration newest(Connection connection) throws SQLException {
        return Query.of("SELECT " + COLUMNS)
                .append("FROM alert_configuration ORDER BY effective_at DESC, id DESC LIMIT 1")
                .single(connection, AlertConfiguration::of);
    }

    /** Newest first, with ids below {@code before}. */
    List<AlertConfiguration> history(Connection connection, long before, int limit) throws SQLException {
        return Query.of("SELECT " + COLUMNS)
                .append("FROM alert_configuration WHERE id < ? ORDER BY id DESC LIMIT ?", before, limit)
                .list(connection, AlertConfiguration::of);
    }

    /** One change at a time, until the end of the transaction. Readers are not kept waiting. */
    void lock(Connection connection) throws SQLException {
        Query.of("LOCK TABLE alert_configuration IN SHARE ROW EXCLUSIVE MODE").update(connection);
    }

    /**
     * Appends what differs from the row of the same id: in force from about a second ahead, so that the job knows of it in
     * time, and strictly later than all before.
     */
    AlertConfiguration append(Connection connection, AlertConfiguration changed, String updatedBy) throws SQLException {
        return Query.of(
                        """
                        INSERT INTO alert_configuration (webhook_url, is_enabled, high_risk_threshold,
                            risk_increase_threshold, increase_unit, min_probability, hysteresis, cooldown, effective_at,
                            updated_by)
                        SELECT webhook_url, ?, ?, ?, ?, ?, ?, make_interval(secs => ?),
                            greatest(clock_timestamp() + interval '1 second',
                                (SELECT max(effective_at) + interval '1 millisecond' FROM alert_configuration)), ?
                        FROM alert_configuration WHERE id = ?
                        RETURNING""",
                        changed.isEnabled(),
                        changed.highRiskThreshold(),
                        changed.riskIncreaseThreshold(),
                        changed.increaseUnit(),
                        changed.minProbability(),
                        changed.hysteresis(),
                        (double) changed.cooldownSeconds(),
                        updatedBy,
                        changed.id())
                .append(COLUMNS)
                .single(connection, AlertConfiguration::of);
    }
}
