package io.churnwatch.stream.sink;

import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskJson;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.score.CustomerResult;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a batch of results becomes rows of {@link ProfileTable}, {@link ScoreTables}, {@code alert_history}, {@code churn_outcome}. */
final class RiskTables implements BatchTables<CustomerResult, RiskBatch> {
    /** Null when the customer was erased meanwhile: the alert stays. */
    private static final String KNOWN_CUSTOMER =
            "(SELECT c.customer_id FROM customer_churn c WHERE c.customer_id = u.customer_id)";

    static final List<Column<AlertRaised>> ALERT_COLUMNS = List.of(
            Column.of("alert_id", "uuid", AlertRaised::alertId),
            new Column<>("customer_id", "int8", KNOWN_CUSTOMER, AlertRaised::customerId),
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
            Column.of("customer_id", "int8", RiskScored::customerId),
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
}
