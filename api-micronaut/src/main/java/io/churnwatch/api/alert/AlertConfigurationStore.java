package io.churnwatch.api.alert;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;

/** The append-only table {@code alert_configuration}. */
@Singleton
final class AlertConfigurationStore {
    private static final String COLUMNS = """
            id, is_enabled, high_risk_threshold, risk_increase_threshold, increase_unit, min_probability, hysteresis,
            extract(epoch FROM cooldown)::bigint AS cooldown_seconds, webhook_url, effective_at, updated_by, created_at""";

    /** Returns the one in force. */
    AlertConfiguration inForce(Handle handle) {
        return select(handle, "WHERE effective_at <= now() ORDER BY effective_at DESC, id DESC LIMIT 1")
                .one();
    }

    /** Returns the one in force, or the one that takes effect next. */
    AlertConfiguration newest(Handle handle) {
        return select(handle, "ORDER BY effective_at DESC, id DESC LIMIT 1").one();
    }

    /** Newest first, with ids below {@code before}. */
    List<AlertConfiguration> history(Handle handle, long before, int limit) {
        return select(handle, "WHERE id < ? ORDER BY id DESC LIMIT ?", before, limit)
                .list();
    }

    private static ResultIterable<AlertConfiguration> select(Handle handle, String condition, Object... parameters) {
        return handle.select("SELECT " + COLUMNS + " FROM alert_configuration " + condition, parameters)
                .map(ConstructorMapper.of(AlertConfiguration.class));
    }

    /** Keeps out other changes until the end of the transaction; readers do not wait. */
    void lock(Handle handle) {
        handle.execute("LOCK TABLE alert_configuration IN SHARE ROW EXCLUSIVE MODE");
    }

    /**
     * Appends a changed copy of the row with the same id. It takes effect about a second later, so that the job learns of it
     * in time, and strictly later than all before.
     */
    AlertConfiguration append(Handle handle, AlertConfiguration changed, String updatedBy) {
        return handle.select(
                        """
                        INSERT INTO alert_configuration (webhook_url, is_enabled, high_risk_threshold,
                            risk_increase_threshold, increase_unit, min_probability, hysteresis, cooldown, effective_at,
                            updated_by)
                        SELECT webhook_url, ?, ?, ?, ?, ?, ?, make_interval(secs => ?),
                            greatest(clock_timestamp() + interval '1 second',
                                (SELECT max(effective_at) + interval '1 millisecond' FROM alert_configuration)), ?
                        FROM alert_configuration WHERE id = ?
                        RETURNING\s""" + COLUMNS,
                        changed.isEnabled(),
                        changed.highRiskThreshold(),
                        changed.riskIncreaseThreshold(),
                        changed.increaseUnit(),
                        changed.minProbability(),
                        changed.hysteresis(),
                        (double) changed.cooldownSeconds(),
                        updatedBy,
                        changed.id())
                .map(ConstructorMapper.of(AlertConfiguration.class))
                .one();
    }
}
