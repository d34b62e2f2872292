package io.churnwatch.stream.sink;

import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns a batch of alerts into rows of {@code alert_history}. */
final class AlertHistoryTable {
    /** Null when the customer was erased meanwhile: the alert stays. */
    private static final String KNOWN_CUSTOMER =
            "(SELECT c.customer_id FROM customer_churn c WHERE c.customer_id = u.customer_id)";

    static final List<Column<AlertRaised>> COLUMNS = List.of(
            Column.of("alert_id", "uuid", AlertRaised::alertId),
            new Column<>("customer_id", "int8", KNOWN_CUSTOMER, AlertRaised::customerId),
            Column.of("alert_type", "text", alert -> alert.alertType().name()),
            Column.json("message", alert -> new String(RiskJson.write(alert), StandardCharsets.UTF_8)),
            Column.time("raised_at", AlertRaised::raisedAt),
            Column.of("event_id", "text", AlertRaised::eventId),
            Column.of("config_version", "int8", AlertRaised::configVersion),
            Column.of("model_version", "text", AlertRaised::modelVersion));

    /** An alert that exists may have been sent already: it stays as it is. */
    static final String WRITE = """
            INSERT INTO alert_history ({columns}) SELECT {values} FROM {batch}
            ON CONFLICT (alert_id) DO NOTHING""";

    private AlertHistoryTable() {}
}
