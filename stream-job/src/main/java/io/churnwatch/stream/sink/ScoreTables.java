package io.churnwatch.stream.sink;

import io.churnwatch.risk.RiskJson;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.sink.RiskBatch.ScoreRow;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a batch of scores becomes rows of {@code churn_risk_history} and {@code customer_risk}: most columns are in both. */
final class ScoreTables {
    static final List<Column<ScoreRow>> HISTORY_COLUMNS = List.of(
            of("event_id", "text", RiskScored::eventId),
            of("customer_id", "int8", RiskScored::customerId),
            time("\"timestamp\"", RiskScored::occurredAt),
            of("churn_probability", "float8", RiskScored::probability),
            of("previous_probability", "float8", RiskScored::previousProbability),
            of("risk_change", "float8", RiskScored::riskChange),
            of("is_high_risk", "bool", RiskScored::highRisk),
            of("sequence", "int8", RiskScored::sequence),
            time("logged_at", RiskScored::loggedAt),
            of("model_version", "text", RiskScored::modelVersion),
            of("config_version", "int8", RiskScored::configVersion),
            of("challenger_version", "text", RiskScored::challengerVersion),
            of("challenger_probability", "float8", RiskScored::challengerProbability),
            of("data_change", "float8", RiskScored::dataChange),
            of("model_change", "float8", RiskScored::modelChange),
            Column.json("reasons", row -> RiskJson.reasons(row.score().reasons())),
            Column.json("features", row -> RiskJson.features(row.score().features())),
            of("cause", "text", score -> score.cause().name()),
            time("scored_at", RiskScored::scoredAt));

    static final List<Column<ScoreRow>> COLUMNS = Stream.concat(
                    HISTORY_COLUMNS.stream(),
                    Stream.of(
                            of("band", "text", score -> score.band().name()),
                            of("trend", "text", score -> score.trend().name()),
                            of("value_at_risk", "float8", RiskScored::valueAtRisk),
                            Column.of("is_latest", "bool", ScoreRow::latest)))
            .toList();

    /** The batch as the table {@code u}, under its columns' names in {@code churn_risk_history}. */
    static final String WITH_BATCH = "WITH u AS MATERIALIZED (SELECT {values} FROM {batch})";

    /** A row that is written again is the same row, but for a version that arrived after its time: then the later one stays. */
    static final String WRITE_HISTORY = """
            INSERT INTO churn_risk_history (%1$s) SELECT %1$s FROM u
            ON CONFLICT (event_id, customer_id) DO UPDATE SET %2$s""".formatted(
                    String.join(", ", Column.names(HISTORY_COLUMNS)),
                    Column.overwrite(HISTORY_COLUMNS, "event_id", "customer_id"));

    private static final List<String> LATEST_NAMES = List.of(
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
    private static final String WRITE_LATEST =
            """
            INSERT INTO customer_risk (%s)
            SELECT customer_id, event_id, sequence, churn_probability, previous_probability,
                churn_probability - previous_probability, risk_change, band,
                trend, reasons, value_at_risk, model_version, config_version, "timestamp", scored_at
            FROM u WHERE is_latest
            ON CONFLICT (customer_id) DO UPDATE SET %s
            WHERE excluded.sequence >= customer_risk.sequence""".formatted(String.join(", ", LATEST_NAMES), Column.overwriteNamed(LATEST_NAMES, "customer_id"));

    /** Both in one statement, so that what they share is sent, and its JSON read, once. */
    static final String WRITE = WITH_BATCH + ", history AS (" + WRITE_HISTORY + ")\n" + WRITE_LATEST;

    private static Column<ScoreRow> of(String name, String type, Function<RiskScored, @Nullable Object> value) {
        return Column.of(name, type, row -> value.apply(row.score()));
    }

    private static Column<ScoreRow> time(String name, Function<RiskScored, Instant> instant) {
        return Column.time(name, row -> instant.apply(row.score()));
    }

    private ScoreTables() {}
}
