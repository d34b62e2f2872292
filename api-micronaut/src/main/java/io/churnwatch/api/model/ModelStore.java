package io.churnwatch.api.model;

import io.churnwatch.api.ApiConfig;
import io.churnwatch.api.database.Sql;
import io.churnwatch.model.MlflowPages;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.Promotion;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads the table {@code model_version} and the tables that refer to it. */
@Singleton
@SerdeImport(Promotion.class)
final class ModelStore {
    private static final String SELECT = """
            SELECT m.model_version, m.algorithm, m.stage, r.role, r.since, m.trained_at, m.training_rows,
                   (m.metrics #>> '{held_out,roc_auc}')::float AS roc_auc,
                   (m.metrics #>> '{held_out,pr_auc}')::float AS pr_auc,
                   (m.metrics #>> '{held_out,brier}')::float AS brier,
                   s.reason AS refused_because, m.rejection_reason, j.id AS training_id, m.mlflow_run_id,
                   m.mlflow_experiment_id, m.metrics, m.lineage, m.training_data_hash, m.sha256
            FROM model_version m
            LEFT JOIN model_role r USING (model_version)
            LEFT JOIN model_status s ON s.model_version = m.model_version AND s.state = 'REFUSED'
            LEFT JOIN training_job j ON j.model_version = m.model_version""";

    private final JsonMapper json;
    private final MlflowPages mlflow;

    ModelStore(JsonMapper json, ApiConfig config) {
        this.json = json;
        this.mlflow = config.mlflow();
    }

    /** Returns the newest first, from the one after {@code after} on. */
    List<ModelSummary> list(Handle handle, @Nullable String after, int limit) {
        Sql query = Sql.of(SELECT);
        if (after != null) {
            query.append("""
                    WHERE (m.trained_at, m.model_version) < (
                        SELECT trained_at, model_version FROM model_version WHERE model_version = ?)""", after);
        }
        return query.append("ORDER BY m.trained_at DESC, m.model_version DESC LIMIT ?", limit)
                .select(handle)
                .map(row -> ModelSummary.of(row, mlflow))
                .list();
    }

    Optional<ModelDetail> find(Handle handle, String version) {
        return handle.select(SELECT + " WHERE m.model_version = ?", version)
                .map(row -> detail(handle, row))
                .findFirst();
    }

    Optional<ModelDetail> inRole(Handle handle, ModelRole role) {
        return handle.select(SELECT + " WHERE r.role = ?", role)
                .map(row -> detail(handle, row))
                .findFirst();
    }

    private ModelDetail detail(Handle handle, RowView row) {
        ModelSummary model = ModelSummary.of(row, mlflow);
        return new ModelDetail(
                model,
                members(row.getColumn("metrics", String.class)),
                members(row.getColumn("lineage", String.class)),
                row.getColumn("training_data_hash", String.class),
                row.getColumn("sha256", String.class),
                artifacts(handle, model.modelVersion()),
                promotions(handle, model.modelVersion()));
    }

    private static List<String> artifacts(Handle handle, String version) {
        return handle.select("SELECT name FROM model_artifact WHERE model_version = ? ORDER BY name", version)
                .mapTo(String.class)
                .list();
    }

    private static List<Promotion> promotions(Handle handle, String version) {
        return handle.select("""
                        SELECT id, role, from_version, to_version, promoted_by, reason, effective_at
                        FROM model_promotion WHERE to_version = ? ORDER BY effective_at DESC, id DESC""", version)
                .map(ConstructorMapper.of(Promotion.class))
                .list();
    }

    private Map<String, Object> members(String text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }
}
