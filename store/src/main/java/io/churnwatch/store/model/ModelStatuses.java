package io.churnwatch.store.model;

import org.jdbi.v3.core.Handle;

/** The table {@code model_status}: whether the job could load a model. */
public final class ModelStatuses {

    /** Writes over what was reported before; a version that is not registered here has no status. */
    public static void report(Handle handle, String version, String state, String reason) {
        handle.createUpdate("""
                        INSERT INTO model_status (model_version, state, reason, checked_at)
                        SELECT model_version, :state, :reason, now() FROM model_version WHERE model_version = :version
                        ON CONFLICT (model_version) DO UPDATE SET state = excluded.state, reason = excluded.reason,
                            checked_at = excluded.checked_at""")
                .bind("state", state)
                .bind("reason", reason)
                .bind("version", version)
                .execute();
    }

    private ModelStatuses() {}
}
