package io.churnwatch.verify;

import io.churnwatch.Sha256;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import io.churnwatch.store.customer.CustomerChurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads what the job wrote, and the log of versions. */
final class Tables {
    private final Handle handle;

    Tables(Handle handle) {
        this.handle = handle;
    }

    VersionLog versions() {
        Map<String, ChurnModel> models = models();
        List<VersionLog.Champion> champions = new ArrayList<>();
        List<VersionLog.Challenger> challengers = new ArrayList<>();
        forEach("SELECT role, to_version, effective_at FROM model_promotion ORDER BY effective_at, id", row -> {
            String version = row.getColumn("to_version", String.class);
            Instant effectiveAt = row.getColumn("effective_at", Instant.class);
            ChurnModel model = models.get(version);
            if (row.getColumn("role", String.class).equals("CHALLENGER")) {
                challengers.add(new VersionLog.Challenger(version, model, effectiveAt));
            } else if (model != null) {
                champions.add(new VersionLog.Champion(version, model, effectiveAt));
            }
        });
        return new VersionLog(champions, challengers, configs());
    }

    /** The models that had a role, without those that must not serve. */
    private Map<String, ChurnModel> models() {
        Map<String, ChurnModel> models = new HashMap<>();
        forEach("""
                SELECT model_version, sha256, pmml_gzip FROM model_version
                WHERE model_version IN (SELECT to_version FROM model_promotion)""", row -> {
            Optional<ChurnModel> model =
                    model(row.getColumn("sha256", String.class), row.getColumn("pmml_gzip", byte[].class));
            model.ifPresent(valid -> models.put(row.getColumn("model_version", String.class), valid));
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

    Map<String, ExpectedScore> scores() {
        Map<String, ExpectedScore> scores = new HashMap<>();
        list(ExpectedScore.class, """
                SELECT event_id, customer_id, "timestamp", logged_at, sequence, churn_probability AS probability,
                    previous_probability AS previous, risk_change, data_change, model_change, is_high_risk AS high_risk,
                    model_version, config_version, cause, challenger_version, challenger_probability
                FROM churn_risk_history""")
                .forEach(score -> scores.put(ExpectedScore.key(score.customerId(), score.eventId()), score));
        return scores;
    }

    Map<String, ExpectedAlert> alerts() {
        Map<String, ExpectedAlert> alerts = new HashMap<>();
        list(
                        ExpectedAlert.class,
                        "SELECT alert_id, alert_type, event_id, raised_at, config_version, model_version FROM alert_history")
                .forEach(alert -> alerts.put(alert.alertId(), alert));
        return alerts;
    }

    /** Which exits are known from the feed, or from people when that is not so. */
    Map<String, Long> exits(boolean fromFeed) {
        Map<String, Long> exits = new HashMap<>();
        forEach("SELECT customer_id, occurred_at FROM churn_outcome WHERE (source = 'FEED') = " + fromFeed, row -> {
            long customerId = row.getColumn("customer_id", Long.class);
            exits.put(outcome(customerId, row.getColumn("occurred_at", Instant.class)), customerId);
        });
        return exits;
    }

    /** The key of a row of {@code churn_outcome}. */
    static String outcome(long customerId, Instant occurredAt) {
        return customerId + " at " + occurredAt;
    }

    /** The last score of each customer. */
    Map<Long, String> latest() {
        Map<Long, String> latest = new HashMap<>();
        forEach(
                "SELECT customer_id, event_id, sequence, probability, value_at_risk FROM customer_risk",
                row -> latest.put(
                        row.getColumn("customer_id", Long.class),
                        latest(
                                row.getColumn("event_id", String.class),
                                row.getColumn("sequence", Long.class),
                                row.getColumn("probability", Double.class),
                                row.getColumn("value_at_risk", Double.class))));
        return latest;
    }

    static String latest(String eventId, long sequence, double probability, @Nullable Double valueAtRisk) {
        return eventId + " #" + sequence + " " + probability + " value at risk " + valueAtRisk;
    }

    /** The columns of every profile, without extra attributes. */
    Map<Long, CustomerProfile> profiles() {
        return CustomerChurn.profiles(handle);
    }

    private List<AlertConfig> configs() {
        return list(AlertConfig.class, """
                SELECT id AS config_version, is_enabled AS enabled, high_risk_threshold, risk_increase_threshold,
                    increase_unit, min_probability, hysteresis, extract(epoch FROM cooldown)::bigint AS cooldown_seconds,
                    effective_at
                FROM alert_configuration ORDER BY effective_at, id""");
    }

    private <T> List<T> list(Class<T> type, String sql) {
        return handle.createQuery(sql).map(ConstructorMapper.of(type)).list();
    }

    private void forEach(String sql, Consumer<RowView> reader) {
        handle.createQuery(sql).reduceRows(0, (none, row) -> {
            reader.accept(row);
            return none;
        });
    }
}
