package io.churnwatch.store.model;

import io.churnwatch.model.ModelRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code model_version}, with {@code model_artifact} and {@code model_baseline}, whose rows are parts of a version. */
public final class ModelVersions {
    private static final String REJECTED = "REJECTED";

    /** The facts about a version that a promotion checks. */
    public record Registered(String stage, String sha256) {
        boolean isRejected() {
            return stage.equals(REJECTED);
        }
    }

    /** A model as it is stored. */
    public record ZippedModel(byte[] pmmlGzip, String sha256) {}

    /** Stores a version as challenger, with its artifacts and its baseline. */
    public static void insert(Handle handle, NewModelVersion version) {
        handle.createUpdate("""
                        INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                            training_rows, training_data_hash, trained_at, lineage)
                        VALUES (:name, :algorithm, 'CHALLENGER', :pmmlGzip, :sha256, :metrics::jsonb, :features::jsonb,
                            :trainingRows, :trainingDataHash, :trainedAt, :lineage::jsonb)""").bindMethods(version).execute();
        version.artifacts()
                .forEach((name, content) -> handle.createUpdate(
                                "INSERT INTO model_artifact (model_version, name, content) VALUES (:version, :name, :content)")
                        .bind("version", version.name())
                        .bind("name", name)
                        .bind("content", content)
                        .execute());
        handle.createUpdate("INSERT INTO model_baseline (model_version, fields) VALUES (:name, :baseline::jsonb)")
                .bindMethods(version)
                .execute();
    }

    public static Optional<Registered> find(Handle handle, String version) {
        return handle.createQuery("SELECT stage, sha256 FROM model_version WHERE model_version = :version")
                .bind("version", version)
                .map(ConstructorMapper.of(Registered.class))
                .findOne();
    }

    public static Optional<ZippedModel> findModel(Handle handle, String version) {
        return handle.createQuery("SELECT pmml_gzip, sha256 FROM model_version WHERE model_version = :version")
                .bind("version", version)
                .map(ConstructorMapper.of(ZippedModel.class))
                .findOne();
    }

    /** The compressed PMML that hashes to {@code sha256}. */
    public static Optional<byte[]> findPmml(Handle handle, String sha256) {
        return handle.createQuery("SELECT pmml_gzip FROM model_version WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .mapTo(byte[].class)
                .findOne();
    }

    /** Returns the distribution of a version's training data, as JSON; empty for a version without a baseline. */
    public static Optional<String> findBaseline(Handle handle, String version) {
        return handle.createQuery("SELECT fields FROM model_baseline WHERE model_version = :version")
                .bind("version", version)
                .mapTo(String.class)
                .findOne();
    }

    /** The version that the role means now: a challenger also when it does not score in shadow. */
    public static Optional<String> findInRole(Handle handle, ModelRole role) {
        return handle.createQuery("SELECT model_version FROM model_role WHERE role = :role")
                .bind("role", role)
                .mapTo(String.class)
                .findOne();
    }

    /** Charts and cards by name, in the order of their names. */
    public static Map<String, byte[]> artifacts(Handle handle, String version) {
        return handle.createQuery(
                        "SELECT name, content FROM model_artifact WHERE model_version = :version ORDER BY name")
                .bind("version", version)
                .reduceRows(new LinkedHashMap<String, byte[]>(), (artifacts, row) -> {
                    artifacts.put(row.getColumn("name", String.class), row.getColumn("content", byte[].class));
                    return artifacts;
                });
    }

    /** Writes where MLflow shows a version. */
    public static void setMlflowRun(Handle handle, String version, String experimentId, String runId) {
        handle.createUpdate("""
                        UPDATE model_version SET mlflow_experiment_id = :experimentId, mlflow_run_id = :runId
                        WHERE model_version = :version""")
                .bind("experimentId", experimentId)
                .bind("runId", runId)
                .bind("version", version)
                .execute();
    }

    static void reject(Handle handle, String version, String rejectedBy, String reason) {
        handle.createUpdate("""
                        UPDATE model_version SET stage = 'REJECTED', rejected_by = :rejectedBy, rejected_at = now(),
                            rejection_reason = :reason
                        WHERE model_version = :version""")
                .bind("rejectedBy", rejectedBy)
                .bind("reason", reason)
                .bind("version", version)
                .execute();
    }

    /** Gives a version the stage of its new role; a champion before it retires. */
    static void setStage(Handle handle, ModelRole role, String version) {
        if (role == ModelRole.CHAMPION) {
            handle.createUpdate("""
                            UPDATE model_version SET stage = 'RETIRED'
                            WHERE stage = 'CHAMPION' AND model_version <> :version""").bind("version", version).execute();
        }
        handle.createUpdate("UPDATE model_version SET stage = :role WHERE model_version = :version")
                .bind("role", role)
                .bind("version", version)
                .execute();
    }

    static String newestNames(Handle handle) {
        return handle.createQuery("""
                        SELECT coalesce(string_agg(model_version, ', '), 'none') FROM (
                            SELECT model_version FROM model_version ORDER BY trained_at DESC LIMIT 5) newest""").mapTo(String.class).one();
    }

    private ModelVersions() {}
}
