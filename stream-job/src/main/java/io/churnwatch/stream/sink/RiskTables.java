package io.churnwatch.stream.sink;

import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskJson;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.score.CustomerResult;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a batch of results becomes rows of {@code customer_churn}, {@code churn_risk_history}, {@code customer_risk}, {@code alert_history}, {@code churn_outcome}. */
final class RiskTables implements BatchTables<CustomerResult, RiskBatch> {
    static final List<Column<RiskScored>> HISTORY_COLUMNS = List.of(
            Column.of("event_id", "text", RiskScored::eventId),
            Column.of("customer_id", "int4", RiskScored::customerId),
            Column.time("\"timestamp\"", RiskScored::occurredAt),
            Column.of("churn_probability", "float8", RiskScored::probability),
            Column.of("previous_probability", "float8", RiskScored::previousProbability),
            Column.of("risk_change", "float8", RiskScored::riskChange),
            Column.of("is_high_risk", "bool", RiskScored::highRisk),
            Column.of("sequence", "int8", RiskScored::sequence),
            Column.time("logged_at", RiskScored::loggedAt),
            Column.of("model_version", "text", RiskScored::modelVersion),
            Column.of("config_version", "int8", RiskScored::configVersion),
            Column.of("challenger_version", "text", RiskScored::challengerVersion),
            Column.of("challenger_probability", "float8", RiskScored::challengerProbability),
            Column.of("data_change", "float8", RiskScored::dataChange),
            Column.of("model_change", "float8", RiskScored::modelChange),
            Column.json("reasons", score -> RiskJson.reasons(score.reasons())),
            Column.json("features", score -> RiskJson.features(score.features())),
            Column.of("cause", "text", score -> score.cause().name()),
            Column.time("scored_at", RiskScored::scoredAt));

    /** A row that is written again is the same row, but for a version that arrived after its time: then the later one stays. */
    static final String WRITE_HISTORY = """
            INSERT INTO churn_risk_history ({columns}) SELECT {values} FROM {batch}
            ON CONFLICT (event_id) DO UPDATE SET %s""".formatted(Column.overwrite(HISTORY_COLUMNS, "event_id"));

    static final List<Column<RiskScored>> LATEST_COLUMNS = List.of(
            Column.of("customer_id", "int4", RiskScored::customerId),
            Column.of("event_id", "text", RiskScored::eventId),
            Column.of("sequence", "int8", RiskScored::sequence),
            Column.of("probability", "float8", RiskScored::probability),
            Column.of("previous_probability", "float8", RiskScored::previousProbability),
            Column.of("change_points", "float8", RiskTables::changePoints),
            Column.of("change_percent", "float8", RiskScored::riskChange),
            Column.of("band", "text", score -> score.band().name()),
            Column.of("trend", "text", score -> score.trend().name()),
            Column.json("reasons", score -> RiskJson.reasons(score.reasons())),
            Column.of("value_at_risk", "float8", RiskScored::valueAtRisk),
            Column.of("model_version", "text", RiskScored::modelVersion),
            Column.of("config_version", "int8", RiskScored::configVersion),
            Column.time("occurred_at", RiskScored::occurredAt),
            Column.time("scored_at", RiskScored::scoredAt));

    /** A replay passes older scores again: they must not hide the newer one meanwhile. */
    static final String WRITE_LATEST = """
            INSERT INTO customer_risk ({columns}) SELECT {values} FROM {batch}
            ON CONFLICT (customer_id) DO UPDATE SET %s WHERE excluded.sequence >= customer_risk.sequence""".formatted(Column.overwrite(LATEST_COLUMNS, "customer_id"));

    /** Null when the customer was erased meanwhile: the alert stays. */
    private static final String KNOWN_CUSTOMER =
            "(SELECT c.customer_id FROM customer_churn c WHERE c.customer_id = u.customer_id)";

    static final List<Column<AlertRaised>> ALERT_COLUMNS = List.of(
            Column.of("alert_id", "uuid", AlertRaised::alertId),
            new Column<>("customer_id", "int4", KNOWN_CUSTOMER, AlertRaised::customerId),
            Column.of("alert_type", "text", alert -> alert.alertType().name()),
            Column.json("message", alert -> new String(RiskJson.write(alert), StandardCharsets.UTF_8)),
            Column.time("raised_at", AlertRaised::raisedAt),
            Column.of("event_id", "text", AlertRaised::eventId),
            Column.of("config_version", "int8", AlertRaised::configVersion),
            Column.of("model_version", "text", AlertRaised::modelVersion));

    /** An alert that is there may have been sent already: it stays as it is. */
    static final String WRITE_ALERTS = """
            INSERT INTO alert_history ({columns}) SELECT {values} FROM {batch}
            ON CONFLICT (alert_id) DO NOTHING""";

    static final List<Column<RiskScored>> OUTCOME_COLUMNS = List.of(
            Column.of("customer_id", "int4", RiskScored::customerId),
            Column.time("occurred_at", RiskScored::occurredAt));

    /** What a person said of that customer and time stays. */
    static final String WRITE_OUTCOMES = """
            INSERT INTO churn_outcome ({columns}, outcome, source) SELECT {values}, 'EXITED', 'FEED' FROM {batch}
            ON CONFLICT (customer_id, occurred_at) DO NOTHING""";

    @Override
    public RiskBatch newBatch() {
        return new RiskBatch();
    }

    @Override
    public Statements<RiskBatch> prepare(Connection connection) throws SQLException {
        return new RiskStatements(connection);
    }

    private static @Nullable Double changePoints(RiskScored score) {
        Double previous = score.previousProbability();
        return previous == null ? null : score.probability() - previous;
    }
}
