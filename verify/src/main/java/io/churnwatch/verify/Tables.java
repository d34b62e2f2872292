package io.churnwatch.verify;

import io.churnwatch.Sha256;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the job wrote, and the log of versions. */
final class Tables {
    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    VersionLog versions() throws SQLException {
        Map<String, ChurnModel> models = models();
        List<VersionLog.Champion> champions = new ArrayList<>();
        List<VersionLog.Challenger> challengers = new ArrayList<>();
        forEach("SELECT role, to_version, effective_at FROM model_promotion ORDER BY effective_at, id", row -> {
            String version = row.getString(2);
            ChurnModel model = models.get(version);
            if (row.getString(1).equals("CHALLENGER")) {
                challengers.add(new VersionLog.Challenger(version, model, instant(row, 3)));
            } else if (model != null) {
                champions.add(new VersionLog.Champion(version, model, instant(row, 3)));
            }
        });
        return new VersionLog(champions, challengers, configs());
    }

    /** The models that had a role, without those that must not serve. */
    private Map<String, ChurnModel> models() throws SQLException {
        Map<String, ChurnModel> models = new HashMap<>();
        forEach("""
                SELECT model_version, sha256, pmml_gzip FROM model_version
                WHERE model_version IN (SELECT to_version FROM model_promotion)""", row -> {
            Optional<ChurnModel> model = model(row.getString(2), row.getBytes(3));
            if (model.isPresent()) {
                models.put(row.getString(1), model.get());
            }
        });
        return models;
    }

    private static Optional<ChurnModel> model(String sha256, byte[] gzip) {
        try {
            byte[] pmml = ZippedPmml.unzip(gzip);
            PmmlForest forest = PmmlForest.read(pmml);
            forest.verify();
            return Sha256.hex(pmml).equals(sha256) ? Optional.of(forest) : Optional.empty();
        } catch (UnsupportedPmmlException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    Map<String, ExpectedScore> scores() throws SQLException {
        Map<String, ExpectedScore> scores = new HashMap<>();
        forEach("""
                SELECT event_id, customer_id, "timestamp", logged_at, sequence, churn_probability,
                       previous_probability, risk_change, data_change, model_change, is_high_risk, model_version,
                       config_version, cause, challenger_version, challenger_probability FROM churn_risk_history""", row -> scores.put(ExpectedScore.key(row.getInt(2), row.getString(1)), score(row)));
        return scores;
    }

    Map<String, ExpectedAlert> alerts() throws SQLException {
        Map<String, ExpectedAlert> alerts = new HashMap<>();
        forEach(
                "SELECT alert_id, alert_type, event_id, raised_at, config_version, model_version FROM alert_history",
                row -> alerts.put(
                        row.getString(1),
                        new ExpectedAlert(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                instant(row, 4),
                                row.getLong(5),
                                row.getString(6))));
        return alerts;
    }

    /** Which exits are known from the feed, or from people when that is not so. */
    Map<String, Long> exits(boolean fromFeed) throws SQLException {
        Map<String, Long> exits = new HashMap<>();
        forEach(
                "SELECT customer_id, occurred_at FROM churn_outcome WHERE (source = 'FEED') = " + fromFeed,
                row -> exits.put(outcome(row.getLong(1), instant(row, 2)), row.getLong(1)));
        return exits;
    }

    /** What a row of {@code churn_outcome} is known by. */
    static String outcome(long customerId, Instant occurredAt) {
        return customerId + " at " + occurredAt;
    }

    /** What was said of each customer last. */
    Map<Long, String> latest() throws SQLException {
        Map<Long, String> latest = new HashMap<>();
        forEach(
                "SELECT customer_id, event_id, sequence, probability, value_at_risk FROM customer_risk",
                row -> latest.put(
                        row.getLong(1), latest(row.getString(2), row.getLong(3), row.getDouble(4), number(row, 5))));
        return latest;
    }

    static String latest(String eventId, long sequence, double probability, @Nullable Double valueAtRisk) {
        return eventId + " #" + sequence + " " + probability + " value at risk " + valueAtRisk;
    }

    /** The columns of every profile, without extra attributes. */
    Map<Long, CustomerProfile> profiles() throws SQLException {
        Map<Long, CustomerProfile> profiles = new HashMap<>();
        forEach("SELECT * FROM customer_churn", row -> {
            CustomerProfile.Builder profile = new CustomerProfile.Builder();
            for (ProfileField field : ProfileField.values()) {
                Object value = row.getObject(field.column());
                profile.set(field, value instanceof BigDecimal money ? (Object) money.doubleValue() : value);
            }
            profiles.put(row.getLong("customer_id"), profile.build());
        });
        return profiles;
    }

    private List<AlertConfig> configs() throws SQLException {
        List<AlertConfig> configs = new ArrayList<>();
        forEach(
                """
                SELECT id, is_enabled, high_risk_threshold, risk_increase_threshold, increase_unit, min_probability,
                       hysteresis, extract(epoch FROM cooldown)::bigint, effective_at
                FROM alert_configuration ORDER BY effective_at, id""",
                row -> configs.add(new AlertConfig(
                        row.getLong(1),
                        row.getBoolean(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        IncreaseUnit.valueOf(row.getString(5)),
                        row.getDouble(6),
                        row.getDouble(7),
                        row.getLong(8),
                        instant(row, 9))));
        return configs;
    }

    private static ExpectedScore score(ResultSet row) throws SQLException {
        return new ExpectedScore(
                row.getString(1),
                row.getInt(2),
                instant(row, 3),
                instant(row, 4),
                row.getLong(5),
                row.getDouble(6),
                number(row, 7),
                number(row, 8),
                number(row, 9),
                number(row, 10),
                row.getBoolean(11),
                row.getString(12),
                row.getLong(13),
                row.getString(14),
                row.getString(15),
                number(row, 16));
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void forEach(String sql, RowReader reader) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
