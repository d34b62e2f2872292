package io.churnwatch.bench.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** PostgreSQL's COPY, a transaction per batch. */
final class CopyWriter implements ResultWriter {
    private static final String STAGE = "CREATE TEMP TABLE stage ON COMMIT DELETE ROWS AS SELECT " + HistoryRow.NAMES
            + " FROM churn_risk_history WITH NO DATA";
    private static final String MERGE = "INSERT INTO churn_risk_history (" + HistoryRow.NAMES + ") SELECT "
            + HistoryRow.NAMES + " FROM stage" + HistoryRow.ON_CONFLICT;

    private final Connection connection;
    private final String copy;
    private final boolean merges;

    private CopyWriter(DatabaseConfig database, String table, boolean merges) throws SQLException {
        this.connection = database.connect();
        this.copy = "COPY " + table + " (" + HistoryRow.NAMES + ") FROM STDIN";
        this.merges = merges;
        connection.setAutoCommit(false);
    }

    /** Straight into the table: a row that is there already makes it fail. */
    static CopyWriter plain(DatabaseConfig database) throws SQLException {
        return new CopyWriter(database, "churn_risk_history", false);
    }

    /** Into a temporary table, and from there over what is there already. */
    static CopyWriter merging(DatabaseConfig database) throws SQLException {
        CopyWriter writer = new CopyWriter(database, "stage", true);
        writer.execute(STAGE);
        writer.connection.commit();
        return writer;
    }

    @Override
    public void write(List<CustomerResult> results) throws SQLException, IOException {
        for (List<CustomerResult> batch : ResultWriter.batches(results)) {
            StringBuilder lines = new StringBuilder();
            batch.forEach(result -> HistoryRow.appendLine(lines, result));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
            if (merges) {
                execute(MERGE);
            }
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
