package io.churnwatch.training.publish;

import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.AlertConfigs;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.PromotionRefusedException;
import io.churnwatch.store.model.Promotions;
import io.churnwatch.training.Artifact;
import io.churnwatch.training.Database;
import io.churnwatch.training.TrainedModel;
import io.churnwatch.training.TrainingFailedException;
import io.churnwatch.training.monitor.BaselineJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The model versions in PostgreSQL. The first one becomes champion in the transaction that publishes it; later ones are
 * challengers until a person promotes them.
 */
public record ModelRegistry(Database database) {
    private static final String PROMOTER = "training";

    /** The role that the model has got. */
    public ModelRole publish(TrainedModel model) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            ModelRole role = publish(connection, model);
            connection.commit();
            return role;
        } catch (SQLException e) {
            throw new TrainingFailedException(
                    "The model " + model.version().name() + " could not be published: " + e.getMessage()
                            + " Nothing of it was stored; train again once the cause is gone.",
                    e);
        }
    }

    /** The probability above which an alert is due now. */
    public double alertThreshold() {
        try (Connection connection = database.connect()) {
            return AlertConfigs.inForce(connection).highRiskThreshold();
        } catch (SQLException e) {
            throw database.isNotOurs(e);
        }
    }

    /** The champion as it scores now; none before the first one. */
    public Optional<NamedModel> champion() {
        try (Connection connection = database.connect()) {
            Optional<Promotion> champion = Promotions.latest(connection, ModelRole.CHAMPION);
            return champion.isEmpty()
                    ? Optional.empty()
                    : Optional.of(model(connection, champion.get().toVersion()));
        } catch (SQLException e) {
            throw database.isNotOurs(e);
        }
    }

    private static NamedModel model(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT pmml_gzip FROM model_version WHERE model_version = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                rows.next(); // a promotion refers to its version
                return new NamedModel(name, Pmml.unzipped(rows.getBytes(1)).engine());
            }
        }
    }

    /** The same in the caller's transaction. Two first trainings at once must not make two champions. */
    public static ModelRole publish(Connection connection, TrainedModel model) throws SQLException {
        Promotions.lock(connection);
        boolean first = Promotions.latest(connection, ModelRole.CHAMPION).isEmpty();
        insertVersion(connection, model.version());
        insertArtifacts(connection, model);
        insertBaseline(connection, model);
        return first ? promote(connection, model.version()) : ModelRole.CHALLENGER;
    }

    private static ModelRole promote(Connection connection, ModelVersion version) throws SQLException {
        try {
            return Promotions.promote(connection, ModelRole.CHAMPION, version.name(), PROMOTER, "The first model")
                    .role();
        } catch (PromotionRefusedException e) {
            return ModelRole.CHALLENGER; // the gate holds it back; whoever promotes it by hand is told why
        }
    }

    private static void insertArtifacts(Connection connection, TrainedModel model) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO model_artifact (model_version, name, content) VALUES (?, ?, ?)")) {
            for (Artifact artifact : model.artifacts()) {
                insert.setString(1, model.version().name());
                insert.setString(2, artifact.name());
                insert.setBytes(3, artifact.bytes());
                insert.executeUpdate();
            }
        }
    }

    private static void insertBaseline(Connection connection, TrainedModel model) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO model_baseline (model_version, fields) VALUES (?, ?::jsonb)")) {
            insert.setString(1, model.version().name());
            insert.setString(2, BaselineJson.write(model.baseline()));
            insert.executeUpdate();
        }
    }

    private static void insertVersion(Connection connection, ModelVersion version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                    training_rows, training_data_hash, trained_at, lineage)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?::jsonb)""")) {
            insert.setString(1, version.name());
            insert.setString(2, version.algorithm().fullName());
            insert.setString(3, ModelRole.CHALLENGER.name());
            insert.setBytes(4, version.pmml().gzip());
            insert.setString(5, version.pmml().sha256());
            insert.setString(6, Json.write(version.metrics()));
            insert.setString(7, Json.write(version.features()));
            insert.setLong(8, version.metrics().training().customers());
            insert.setString(9, version.trainingDataHash());
            insert.setObject(10, version.identity().trainedAt().atOffset(ZoneOffset.UTC));
            insert.setString(11, Json.write(Lineage.here()));
            insert.executeUpdate();
        }
    }
}
