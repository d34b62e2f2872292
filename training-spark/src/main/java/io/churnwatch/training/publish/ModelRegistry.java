package io.churnwatch.training.publish;

import io.churnwatch.Topics;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.training.Database;
import io.churnwatch.training.TrainingFailedException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The model versions in PostgreSQL. The first one becomes champion in the transaction that publishes it; later ones are
 * challengers until a person promotes them.
 */
public record ModelRegistry(Database database) {
    private static final String PROMOTER = "training";

    /** The role that the version has got. */
    public ModelRole publish(ModelVersion version) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            ModelRole role = publish(connection, version);
            connection.commit();
            return role;
        } catch (SQLException e) {
            throw new TrainingFailedException(
                    "The model " + version.name() + " could not be published: " + e.getMessage()
                            + " Nothing of it was stored; train again once the cause is gone.",
                    e);
        }
    }

    /** The probability above which an alert is due now. */
    public double alertThreshold() {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT high_risk_threshold FROM alert_configuration WHERE effective_at <= now()
                        ORDER BY effective_at DESC, id DESC LIMIT 1""");
                ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new TrainingFailedException("The table alert_configuration is empty: it lost its first row.");
            }
            return rows.getDouble(1);
        } catch (SQLException e) {
            throw new TrainingFailedException(
                    "The database is not Churnwatch's: " + e.getMessage()
                            + " The API creates the tables when it starts; start it first (./churnwatch up).",
                    e);
        }
    }

    private static ModelRole publish(Connection connection, ModelVersion version) throws SQLException {
        lockPromotions(connection);
        ModelRole role = hasChampion(connection) ? ModelRole.CHALLENGER : ModelRole.CHAMPION;
        insertVersion(connection, version, role);
        if (role == ModelRole.CHAMPION) {
            promote(connection, version);
        }
        return role;
    }

    /** Two first trainings at once must not make two champions. Readers are not kept waiting. */
    private static void lockPromotions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE model_promotion IN SHARE ROW EXCLUSIVE MODE");
        }
    }

    private static boolean hasChampion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT EXISTS (SELECT FROM model_promotion WHERE role = 'CHAMPION')")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void insertVersion(Connection connection, ModelVersion version, ModelRole role) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                    training_rows, training_data_hash, trained_at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)""")) {
            insert.setString(1, version.name());
            insert.setString(2, ModelVersion.ALGORITHM);
            insert.setString(3, role.name());
            insert.setBytes(4, version.pmml().gzip());
            insert.setString(5, version.pmml().sha256());
            insert.setString(6, Json.write(version.metrics()));
            insert.setString(7, Json.write(version.features()));
            insert.setLong(8, version.metrics().training().customers());
            insert.setString(9, version.trainingDataHash());
            insert.setObject(10, version.identity().trainedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void promote(Connection connection, ModelVersion version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO model_promotion (role, from_version, to_version, promoted_by, reason, effective_at)
                VALUES ('CHAMPION', NULL, ?, ?, 'The first model', greatest(
                    clock_timestamp() + interval '1 second', (SELECT max(effective_at) FROM model_promotion)))
                RETURNING id, effective_at""")) {
            insert.setString(1, version.name());
            insert.setString(2, PROMOTER);
            try (ResultSet promotion = insert.executeQuery()) {
                promotion.next();
                Instant effectiveAt =
                        promotion.getObject(2, OffsetDateTime.class).toInstant();
                announce(connection, "promotion-" + promotion.getLong(1), pointer(version, effectiveAt));
            }
        }
    }

    private static ModelPointer pointer(ModelVersion version, Instant effectiveAt) {
        return new ModelPointer(
                ModelRole.CHAMPION, version.name(), version.pmml().sha256(), effectiveAt);
    }

    private static void announce(Connection connection, String eventId, ModelPointer pointer) throws SQLException {
        byte[] message = ControlJson.write(ControlMessage.of(pointer));
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO outbox (topic, key, event_id, payload) VALUES (?, 'model', ?, ?::jsonb)")) {
            insert.setString(1, Topics.CONTROL);
            insert.setString(2, eventId);
            insert.setString(3, new String(message, StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }
}
