package io.churnwatch.store.model;

import io.churnwatch.model.AlertConfig;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The append-only table {@code alert_configuration}, for the programs that apply it; the API appends to it. */
public final class AlertConfigurations {

    /** Every one that ever was, oldest first. */
    public static List<AlertConfig> all(Handle handle) {
        return read(handle, "ORDER BY id");
    }

    /**
     * The one that judges now.
     *
     * @throws IllegalStateException when the table is empty, which it is not since it was made
     */
    public static AlertConfig inForce(Handle handle) {
        return read(handle, "WHERE effective_at <= now() ORDER BY effective_at DESC, id DESC LIMIT 1").stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table alert_configuration lost its first row."));
    }

    private static List<AlertConfig> read(Handle handle, String which) {
        return handle.createQuery("""
                        SELECT id AS config_version, is_enabled AS enabled, high_risk_threshold, risk_increase_threshold,
                            increase_unit, min_probability, hysteresis,
                            extract(epoch FROM cooldown)::bigint AS cooldown_seconds, effective_at
                        FROM alert_configuration\s""" + which)
                .map(ConstructorMapper.of(AlertConfig.class))
                .list();
    }

    private AlertConfigurations() {}
}
