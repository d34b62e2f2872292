package io.churnwatch.store.model;

import io.churnwatch.model.ModelRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads models together with their roles, their status and their training, for people. */
public final class ModelOverview {

    /**
     * A line of the list.
     *
     * @param role null when it has none
     * @param since from when on it has the role
     * @param rocAuc on held-out customers
     * @param refusal why the job does not take it; null unless it refuses it
     */
    public record Line(
            String modelVersion,
            String stage,
            @Nullable ModelRole role,
            @Nullable Instant since,
            Instant trainedAt,
            @Nullable Double rocAuc,
            @Nullable String refusal,
            @Nullable String mlflowExperimentId,
            @Nullable String mlflowRunId) {}

    /** Lists all, newest first. A version that is both was the challenger before it became champion. */
    public static List<Line> list(Handle handle) {
        return handle.createQuery("""
                        WITH latest AS (
                            SELECT DISTINCT ON (role) role, to_version, effective_at FROM model_promotion
                            ORDER BY role, effective_at DESC, id DESC)
                        SELECT m.model_version, m.stage, p.role, p.effective_at AS since, m.trained_at,
                               (m.metrics #>> '{held_out,roc_auc}')::float AS roc_auc, s.reason AS refusal,
                               m.mlflow_experiment_id, m.mlflow_run_id
                        FROM model_version m
                        LEFT JOIN model_status s ON s.model_version = m.model_version AND s.state = 'REFUSED'
                        LEFT JOIN LATERAL (
                            SELECT role, effective_at FROM latest WHERE to_version = m.model_version
                            ORDER BY role = 'CHAMPION' DESC LIMIT 1) p ON TRUE
                        ORDER BY m.trained_at DESC, m.model_version DESC""").map(ConstructorMapper.of(Line.class)).list();
    }

    /** All that is known of a version, as JSON. */
    public static Optional<String> sheet(Handle handle, String version) {
        return handle.createQuery("""
                        SELECT jsonb_build_object('model_version', m.model_version, 'algorithm', algorithm,
                            'stage', stage, 'trained_at', trained_at, 'training_rows', training_rows,
                            'training_data_hash', training_data_hash, 'sha256', sha256, 'lineage', lineage,
                            'metrics', metrics, 'mlflow_experiment_id', mlflow_experiment_id,
                            'mlflow_run_id', mlflow_run_id,
                            'rejected', CASE WHEN rejected_at IS NOT NULL THEN
                                jsonb_build_object('at', rejected_at, 'by', rejected_by, 'reason', rejection_reason) END,
                            'job_status', (SELECT to_jsonb(s) - 'model_version' FROM model_status s
                                WHERE s.model_version = m.model_version),
                            'training_job', (SELECT id FROM training_job j WHERE j.model_version = m.model_version),
                            'artifacts', (SELECT coalesce(jsonb_agg(name ORDER BY name), '[]') FROM model_artifact a
                                WHERE a.model_version = m.model_version),
                            'promotions', (SELECT coalesce(jsonb_agg(format('%s from %s, by %s: %s', role,
                                to_char(effective_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), promoted_by, reason)
                                ORDER BY id), '[]') FROM model_promotion p WHERE p.to_version = m.model_version))
                        FROM model_version m WHERE m.model_version = :version""")
                .bind("version", version)
                .mapTo(String.class)
                .findOne();
    }

    private ModelOverview() {}
}
