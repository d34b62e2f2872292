package io.churnwatch.stream.sink;

import io.churnwatch.risk.RiskJson;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.sink.RiskBatch.ScoreRow;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a batch of scores into rows of {@code churn_risk_history}. */
final class ChurnRiskHistoryTable {
    static final List<Column<ScoreRow>> COLUMNS = List.of(
            of("event_id", "text", RiskScored::eventId),
            of("customer_id", "int8", RiskScored::customerId),
            time("\"timestamp\"", score -> score.trigger().occurredAt()),
            of("churn_probability", "float8", RiskScored::probability),
            of("previous_probability", "float8", RiskScored::previousProbability),
            of("risk_change", "float8", RiskScored::riskChange),
            of("is_high_risk", "bool", score -> score.risk().highRisk()),
            of("sequence", "int8", score -> score.turn().sequence()),
            time("logged_at", score -> score.turn().loggedAt()),
            of("model_version", "text", score -> score.versions().modelVersion()),
            of("config_version", "int8", score -> score.versions().configVersion()),
            of("challenger_version", "text", RiskScored::challengerVersion),
            of("challenger_probability", "float8", RiskScored::challengerProbability),
            of("data_change", "float8", RiskScored::dataChange),
            of("model_change", "float8", RiskScored::modelChange),
            Column.json("reasons", row -> RiskJson.reasons(row.score().reasons())),
            Column.json("features", row -> RiskJson.features(row.score().features())),
            of("cause", "text", score -> score.trigger().cause().name()),
            time("scored_at", RiskScored::scoredAt));

    /** The batch as the table {@code u}, under its columns' names in {@code churn_risk_history}. */
    static final String WITH_BATCH = "WITH u AS MATERIALIZED (SELECT {values} FROM {batch})";

    /** A repeated row is the same row, unless a version arrived after its time: then the later one stays. */
    static final String WRITE = """
            INSERT INTO churn_risk_history (%1$s) SELECT %1$s FROM u
            ON CONFLICT (event_id, customer_id) DO UPDATE SET %2$s""".formatted(
                    String.join(", ", Column.names(COLUMNS)), Column.overwrite(COLUMNS, "event_id", "customer_id"));

    static Column<ScoreRow> of(String name, String type, Function<RiskScored, @Nullable Object> value) {
        return Column.of(name, type, row -> value.apply(row.score()));
    }

    private static Column<ScoreRow> time(String name, Function<RiskScored, Instant> instant) {
        return Column.time(name, row -> instant.apply(row.score()));
    }

    private ChurnRiskHistoryTable() {}
}
