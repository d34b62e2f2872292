package io.churnwatch.bench.sink;

import io.churnwatch.risk.RiskJson;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.score.CustomerResult;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code churn_risk_history} as those write it who are not our sink. */
final class HistoryRow {
    static final List<String> COLUMNS = List.of(
            "event_id",
            "customer_id",
            "\"timestamp\"",
            "churn_probability",
            "previous_probability",
            "risk_change",
            "is_high_risk",
            "sequence",
            "logged_at",
            "model_version",
            "config_version",
            "challenger_version",
            "challenger_probability",
            "data_change",
            "model_change",
            "reasons",
            "features",
            "cause",
            "scored_at");

    static final String NAMES = String.join(", ", COLUMNS);

    static final String ON_CONFLICT = COLUMNS.stream()
            .filter(name -> !name.equals("event_id") && !name.equals("customer_id"))
            .map(name -> name + " = excluded." + name)
            .collect(Collectors.joining(", ", " ON CONFLICT (event_id, customer_id) DO UPDATE SET ", ""));

    static final String UPSERT = "INSERT INTO churn_risk_history (" + NAMES + ") VALUES ("
            + COLUMNS.stream().map(name -> "?").collect(Collectors.joining(", ")) + ")" + ON_CONFLICT;

    /** In the order of the columns. */
    static List<@Nullable Object> values(CustomerResult result) {
        RiskScored score = Objects.requireNonNull(result.score());
        return Arrays.asList(
                score.eventId(),
                score.customerId(),
                score.trigger().occurredAt(),
                score.probability(),
                score.previousProbability(),
                score.riskChange(),
                score.risk().highRisk(),
                score.turn().sequence(),
                score.turn().loggedAt(),
                score.versions().modelVersion(),
                score.versions().configVersion(),
                score.challengerVersion(),
                score.challengerProbability(),
                score.dataChange(),
                score.modelChange(),
                RiskJson.reasons(score.reasons()),
                RiskJson.features(score.features()),
                score.trigger().cause().name(),
                score.scoredAt());
    }

    static void bind(PreparedStatement statement, CustomerResult result) throws SQLException {
        List<@Nullable Object> values = values(result);
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, COLUMNS.get(i), values.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int position, String column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(position, column.equals("challenger_version") ? Types.VARCHAR : Types.DOUBLE);
        } else if (value instanceof Instant time) {
            statement.setObject(position, time.atOffset(ZoneOffset.UTC));
        } else if (column.equals("reasons") || column.equals("features")) {
            statement.setObject(position, value, Types.OTHER);
        } else {
            statement.setObject(position, value);
        }
    }

    /** As a line of PostgreSQL's COPY in its text format. */
    static void appendLine(StringBuilder text, CustomerResult result) {
        String separator = "";
        for (Object value : values(result)) {
            text.append(separator);
            append(text, value);
            separator = "\t";
        }
        text.append('\n');
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            appendEscaped(text, string);
        } else {
            text.append(value);
        }
    }

    private static void appendEscaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            switch (next) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(next);
            }
        }
    }

    private HistoryRow() {}
}
