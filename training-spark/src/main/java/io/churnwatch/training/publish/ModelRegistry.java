package io.churnwatch.training.publish;

import io.churnwatch.model.ModelRole;
import io.churnwatch.model.registry.Promotion;
import io.churnwatch.model.registry.PromotionRefusedException;
import io.churnwatch.model.registry.Promotions;
import io.churnwatch.training.Database;
import io.churnwatch.training.TrainedModel;
import io.churnwatch.training.TrainingFailedException;
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
        ModelVersion version = model.version();
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
                    ORDER BY effective_at DESC, id DESC LIMIT 1\
                    """);
                ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new TrainingFailedException("The table alert_configuration is empty: it lost its first row.");
            }
            return rows.getDouble(1);
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

    /** Two first trainings at once must not make two champions. */
    private static ModelRole publish(Connection connection, ModelVersion version) throws SQLException {
        Promotions.lock(connection);
        boolean first = Promotions.latest(connection, ModelRole.CHAMPION).isEmpty();
        insertVersion(connection, version);
        if (first) {
            promote(connection, version);
        }
        return first ? ModelRole.CHAMPION : ModelRole.CHALLENGER;
    }

    private static void promote(Connection connection, ModelVersion version) throws SQLException {
        try {
            Promotions.promote(connection, ModelRole.CHAMPION, version.name(), PROMOTER, "The first model");
        } catch (PromotionRefusedException e) {
            throw new IllegalStateException("The first model was refused", e);
        }
    }

    private static void insertVersion(Connection connection, ModelVersion version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                training_rows, training_data_hash, trained_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)\
            """)) {
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
            insert.executeUpdate();
        }
    }
}
