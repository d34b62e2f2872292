package io.churnwatch.training.monitor;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ModelRole;
import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.store.model.AlertConfigs;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.Promotions;
import io.churnwatch.training.TrainingFailedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which models are live, and what they are judged by.
 *
 * @param champion its version
 * @param baseline of the champion
 * @param challenger the version that is meant by the role, whether it scores in shadow or not; empty when there is none
 * @param alerts the configuration in force; alerts count as switched on
 */
record LiveModels(String champion, List<FieldBaseline> baseline, Optional<String> challenger, AlertConfig alerts) {
    /**
     * Those of now.
     *
     * @throws TrainingFailedException when there is no champion, or it has no baseline
     */
    static LiveModels now(Connection connection, Instant now) throws SQLException {
        Promotion champion = Promotions.inForce(connection, ModelRole.CHAMPION, now)
                .orElseThrow(() -> new TrainingFailedException(
                        "No model is champion yet, so there is nothing to hold customers against. Train one first:"
                                + " ./churnwatch train."));
        return new LiveModels(
                champion.toVersion(),
                baseline(connection, champion.toVersion()),
                text(connection, "SELECT model_version FROM model_role WHERE role = ?", ModelRole.CHALLENGER.name()),
                AlertConfigs.inForce(connection).switchedOn());
    }

    private static List<FieldBaseline> baseline(Connection connection, String version) throws SQLException {
        return text(connection, "SELECT fields FROM model_baseline WHERE model_version = ?", version)
                .map(BaselineJson::read)
                .orElseThrow(() -> new TrainingFailedException(version
                        + " was published before baselines were kept, so its customers cannot be held against those of its"
                        + " training. Train and promote a new model: ./churnwatch train."));
    }

    private static Optional<String> text(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
