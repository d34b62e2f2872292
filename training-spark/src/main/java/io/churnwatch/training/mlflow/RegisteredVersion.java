package io.churnwatch.training.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.training.Artifact;
import io.churnwatch.training.publish.Pmml;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model of the registry with all that MLflow shows of it.
 *
 * @param facts the other columns of its row, and the parameters and times of the job that trained it
 * @param files what belongs to it, the model itself first
 */
record RegisteredVersion(String name, Instant trainedAt, JsonNode metrics, JsonNode facts, List<Artifact> files) {
    /** Where the model itself is among the files. */
    static final String MODEL_FOLDER = "model";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The oldest one that MLflow does not have. */
    static Optional<RegisteredVersion> oldestMissing(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT m.model_version, m.trained_at, m.metrics, m.pmml_gzip, jsonb_build_object(
                    'algorithm', m.algorithm, 'sha256', m.sha256, 'training_data_hash', m.training_data_hash,
                    'training_rows', m.training_rows, 'lineage', m.lineage, 'training_job', j.id,
                    'requested_by', j.requested_by, 'cause', j.cause, 'parameters', j.parameters,
                    'started_ms', (extract(epoch FROM coalesce(j.started_at, m.trained_at)) * 1000)::bigint,
                    'finished_ms', (extract(epoch FROM coalesce(j.finished_at, m.trained_at)) * 1000)::bigint) AS facts
                FROM model_version m LEFT JOIN training_job j ON j.model_version = m.model_version
                WHERE m.mlflow_run_id IS NULL ORDER BY m.trained_at, m.model_version LIMIT 1""");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(version(connection, row)) : Optional.empty();
        }
    }

    private static RegisteredVersion version(Connection connection, ResultSet row) throws SQLException {
        String name = row.getString("model_version");
        List<Artifact> files = new ArrayList<>();
        files.add(new Artifact(
                MODEL_FOLDER + "/model.pmml",
                Pmml.unzipped(row.getBytes("pmml_gzip")).bytes()));
        files.addAll(artifacts(connection, name));
        return new RegisteredVersion(
                name,
                row.getObject("trained_at", OffsetDateTime.class).toInstant(),
                json(row.getString("metrics")),
                json(row.getString("facts")),
                files);
    }

    private static List<Artifact> artifacts(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT name, content FROM model_artifact WHERE model_version = ? ORDER BY name")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                List<Artifact> artifacts = new ArrayList<>();
                while (row.next()) {
                    artifacts.add(new Artifact(row.getString("name"), row.getBytes("content")));
                }
                return artifacts;
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }
}
