package io.churnwatch.cli.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.churnwatch.Sha256;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.model.MlflowPages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** One version in the registry, and all that belongs to it. */
record StoredModel(RegistryDatabase database, String version) {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String SHEET = """
            SELECT jsonb_build_object('model_version', m.model_version, 'algorithm', algorithm,
                'stage', stage, 'trained_at', trained_at, 'training_rows', training_rows,
                'training_data_hash', training_data_hash, 'sha256', sha256, 'lineage', lineage, 'metrics', metrics,
                'mlflow_experiment_id', mlflow_experiment_id, 'mlflow_run_id', mlflow_run_id,
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
            FROM model_version m WHERE m.model_version = ?""";

    /** What is known of it, as JSON, with links to where it is in MLflow. */
    String sheet(MlflowPages mlflow) {
        String sheet =
                database.inTransaction(connection -> text(connection, SHEET)).orElseThrow(this::unknown);
        return withLinks(sheet, mlflow);
    }

    private static String withLinks(String json, MlflowPages mlflow) {
        try {
            ObjectNode sheet = JSON.readValue(json, ObjectNode.class);
            String experimentId = sheet.path("mlflow_experiment_id").textValue();
            sheet.put("mlflow_experiment_url", mlflow.experiment(experimentId));
            sheet.put(
                    "mlflow_run_url",
                    mlflow.run(experimentId, sheet.path("mlflow_run_id").textValue()));
            return sheet.toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }

    /** The model itself, which hashes to what the registry says. */
    byte[] pmml() {
        return database.inTransaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT pmml_gzip, sha256 FROM model_version WHERE model_version = ?")) {
                query.setString(1, version);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw unknown();
                    }
                    return unzipped(row.getBytes("pmml_gzip"), row.getString("sha256"));
                }
            }
        });
    }

    private Optional<String> text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, version);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private byte[] unzipped(byte[] gzip, String sha256) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] pmml = stream.readAllBytes();
            if (!Sha256.hex(pmml).equals(sha256)) {
                throw new CommandFailedException(
                        ExitCode.FAILED, "The bytes of " + version + " do not hash to the SHA-256 of the registry.");
            }
            return pmml;
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.FAILED, "The bytes of " + version + " are broken: " + e);
        }
    }

    private CommandFailedException unknown() {
        return new CommandFailedException(
                ExitCode.FAILED, "There is no model " + version + "; './churnwatch models list' shows them.");
    }
}
