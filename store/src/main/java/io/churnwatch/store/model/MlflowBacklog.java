package io.churnwatch.store.model;

import io.churnwatch.model.ModelRole;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The models that MLflow does not show yet, and the runs of those that it does. */
public final class MlflowBacklog {

    /**
     * A model that MLflow misses.
     *
     * @param metrics JSON
     * @param facts JSON: the other columns of its row, and the parameters and times of the job that trained it
     */
    public record Version(String modelVersion, Instant trainedAt, String metrics, byte[] pmmlGzip, String facts) {}

    /** Admits one program at a time, until the end of the transaction; false when another one is at it. */
    public static boolean tryLock(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtext('churnwatch mlflow'))")
                .mapTo(Boolean.class)
                .one();
    }

    /** The oldest one. */
    public static Optional<Version> oldest(Handle handle) {
        return handle.createQuery("""
                        SELECT m.model_version, m.trained_at, m.metrics, m.pmml_gzip, jsonb_build_object(
                            'algorithm', m.algorithm, 'sha256', m.sha256, 'training_data_hash', m.training_data_hash,
                            'training_rows', m.training_rows, 'lineage', m.lineage, 'training_job', j.id,
                            'requested_by', j.requested_by, 'cause', j.cause, 'parameters', j.parameters,
                            'started_ms', (extract(epoch FROM coalesce(j.started_at, m.trained_at)) * 1000)::bigint,
                            'finished_ms', (extract(epoch FROM coalesce(j.finished_at, m.trained_at)) * 1000)::bigint
                            ) AS facts
                        FROM model_version m LEFT JOIN training_job j ON j.model_version = m.model_version
                        WHERE m.mlflow_run_id IS NULL ORDER BY m.trained_at, m.model_version LIMIT 1""").map(ConstructorMapper.of(Version.class)).findOne();
    }

    /** The run of each model that has a role now. */
    public static Map<ModelRole, String> runsByRole(Handle handle) {
        return handle.createQuery("""
                        SELECT r.role, m.mlflow_run_id FROM model_role r JOIN model_version m USING (model_version)
                        WHERE m.mlflow_run_id IS NOT NULL""").reduceRows(new EnumMap<ModelRole, String>(ModelRole.class), (runs, row) -> {
            runs.put(row.getColumn("role", ModelRole.class), row.getColumn("mlflow_run_id", String.class));
            return runs;
        });
    }

    private MlflowBacklog() {}
}
