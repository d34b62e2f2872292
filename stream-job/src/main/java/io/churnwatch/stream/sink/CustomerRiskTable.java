package io.churnwatch.stream.sink;

import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.sink.RiskBatch.ScoreRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns the latest scores of a batch into rows of {@code customer_risk}, in one statement with {@link ChurnRiskHistoryTable}: most
 * columns are in both, so they are sent, and their JSON parsed, once.
 */
final class CustomerRiskTable {
    static final List<Column<ScoreRow>> COLUMNS_WITH_HISTORY = Stream.concat(
                    ChurnRiskHistoryTable.COLUMNS.stream(),
                    Stream.of(
                            ChurnRiskHistoryTable.of(
                                    "band", "text", score -> score.risk().band().name()),
                            ChurnRiskHistoryTable.of(
                                    "trend",
                                    "text",
                                    score -> score.risk().trend().name()),
                            ChurnRiskHistoryTable.of("value_at_risk", "float8", RiskScored::valueAtRisk),
                            Column.of("is_latest", "bool", ScoreRow::latest)))
            .toList();

    private static final List<String> NAMES = List.of(
            "customer_id",
            "event_id",
            "sequence",
            "probability",
            "previous_probability",
            "change_points",
            "change_percent",
            "band",
            "trend",
            "reasons",
            "value_at_risk",
            "model_version",
            "config_version",
            "occurred_at",
            "scored_at");

    /** A replay passes older scores again: they must not hide the newer one meanwhile. */
    private static final String WRITE =
            """
            INSERT INTO customer_risk (%s)
            SELECT customer_id, event_id, sequence, churn_probability, previous_probability,
                churn_probability - previous_probability, risk_change, band,
                trend, reasons, value_at_risk, model_version, config_version, "timestamp", scored_at
            FROM u WHERE is_latest
            ON CONFLICT (customer_id) DO UPDATE SET %s
            WHERE excluded.sequence >= customer_risk.sequence""".formatted(String.join(", ", NAMES), Column.overwriteNamed(NAMES, "customer_id"));

    static final String WRITE_WITH_HISTORY =
            ChurnRiskHistoryTable.WITH_BATCH + ", history AS (" + ChurnRiskHistoryTable.WRITE + ")\n" + WRITE;

    private CustomerRiskTable() {}
}
