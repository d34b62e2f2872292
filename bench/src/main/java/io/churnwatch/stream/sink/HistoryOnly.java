package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.sink.RiskBatch.ScoreRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Sink;
import org.jspecify.annotations.Nullable;

/** {@code churn_risk_history} alone, by our sink and by others: the columns and values are those of the stream job. */
public final class HistoryOnly {
    private static final List<Column<ScoreRow>> COLUMNS = ChurnRiskHistoryTable.COLUMNS;
    private static final String TIME = "to_timestamp";
    private static final String INTO = "churn_risk_history (" + String.join(", ", Column.names(COLUMNS)) + ")";

    /** Takes rows as CSV, as {@link #texts} returns their cells. */
    public static final String COPY = "COPY " + INTO + " FROM STDIN (FORMAT csv)";

    /** Writes a row, with the parameters that {@link #bind} sets. */
    public static final String UPSERT = "INSERT INTO " + INTO + " VALUES ("
            + COLUMNS.stream()
                    .map(column -> column.expression().replace("u." + column.name(), "?"))
                    .collect(Collectors.joining(", "))
            + ") ON CONFLICT (event_id, customer_id) DO UPDATE SET "
            + Column.overwrite(COLUMNS, "event_id", "customer_id");

    /** Our sink with one of its tables only; its customers must be there. */
    public static Sink<CustomerResult> sink(DatabaseConfig database) {
        return new PostgresSink(database, HistoryOnly::prepare);
    }

    private static BatchStatements prepare(Connection connection) throws SQLException {
        var history = new UnnestStatement<>(
                connection, COLUMNS, ChurnRiskHistoryTable.WITH_BATCH + " " + ChurnRiskHistoryTable.WRITE);
        return batch -> history.execute(batch.scores());
    }

    /** Sets the parameters of {@link #UPSERT}. */
    public static void bind(PreparedStatement statement, CustomerResult result) throws SQLException {
        for (int i = 0; i < COLUMNS.size(); i++) {
            Object value = value(COLUMNS.get(i), result);
            if (value == null) {
                // The type is given, so that rows with and without a value share a prepared statement.
                statement.setNull(i + 1, COLUMNS.get(i).type().equals("text") ? Types.VARCHAR : Types.DOUBLE);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** Returns the cells of a line of CSV; null for no value. */
    public static @Nullable String[] texts(CustomerResult result) {
        return COLUMNS.stream()
                .map(column -> text(column, value(column, result)))
                .toArray(String[]::new);
    }

    private static @Nullable String text(Column<ScoreRow> column, @Nullable Object value) {
        if (value instanceof Double seconds && column.expression().startsWith(TIME)) {
            return Instant.ofEpochSecond(0, Math.round(seconds * 1e9)).toString();
        }
        return value == null ? null : value.toString();
    }

    private static @Nullable Object value(Column<ScoreRow> column, CustomerResult result) {
        return column.value().apply(new ScoreRow(Objects.requireNonNull(result.score()), true));
    }

    private HistoryOnly() {}
}
