package io.churnwatch.stream.version;

import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import io.churnwatch.store.model.AlertConfigs;
import io.churnwatch.stream.config.DatabaseConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The registry in PostgreSQL: {@code alert_configuration}, {@code model_promotion}, {@code model_version} and
 * {@code model_status}.
 */
public record PostgresModelRegistry(DatabaseConfig database) implements PublishedVersions {
    private static final String POINTERS = """
            SELECT p.role, p.to_version, m.sha256, p.effective_at
            FROM model_promotion p JOIN model_version m ON m.model_version = p.to_version
            ORDER BY p.id""";
    private static final String PMML = "SELECT pmml_gzip FROM model_version WHERE sha256 = ?";

    /** A pointer may name a version that is not registered here: then there is no row to speak of. */
    private static final String REPORT = """
            INSERT INTO model_status (model_version, state, reason, checked_at)
            SELECT model_version, ?, ?, now() FROM model_version WHERE model_version = ?
            ON CONFLICT (model_version)
            DO UPDATE SET state = excluded.state, reason = excluded.reason, checked_at = excluded.checked_at""";

    @Override
    public List<ControlMessage> history() throws IOException {
        try (Connection connection = database.connect()) {
            List<ControlMessage> history = new ArrayList<>();
            AlertConfigs.all(connection).forEach(config -> history.add(ControlMessage.of(config)));
            read(connection, POINTERS, row -> history.add(ControlMessage.of(modelPointer(row))));
            return history;
        } catch (SQLException e) {
            throw new IOException("The history of versions cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] pmml(String sha256) throws IOException, MalformedPmmlException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(PMML)) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IOException("model_version holds no model with SHA-256 " + sha256);
                }
                return ZippedPmml.unzip(row.getBytes(1));
            }
        } catch (SQLException e) {
            throw new IOException("The model cannot be fetched: " + e.getMessage(), e);
        }
    }

    @Override
    public void report(ModelStatus status) throws IOException {
        try (Connection connection = database.connect();
                PreparedStatement upsert = connection.prepareStatement(REPORT)) {
            upsert.setString(1, status.state().name());
            upsert.setString(2, status.reason());
            upsert.setString(3, status.modelVersion());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IOException("The model's status cannot be written: " + e.getMessage(), e);
        }
    }

    private static ModelPointer modelPointer(ResultSet row) throws SQLException {
        return new ModelPointer(
                ModelRole.valueOf(row.getString("role")),
                row.getString("to_version"),
                row.getString("sha256"),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("effective_at", OffsetDateTime.class).toInstant();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String sql, RowReader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
