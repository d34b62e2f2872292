package io.churnwatch.bench.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** PostgreSQL's COPY straight into the table, a transaction per batch: a row that is there already makes it fail. */
final class CopyWriter implements ResultWriter {
    private static final String COPY = "COPY churn_risk_history (" + HistoryRow.NAMES + ") FROM STDIN";

    private final Connection connection;

    CopyWriter(DatabaseConfig database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @Override
    public void write(List<CustomerResult> results) throws SQLException, IOException {
        for (int from = 0; from < results.size(); from += BATCH) {
            StringBuilder lines = new StringBuilder();
            results.subList(from, Math.min(results.size(), from + BATCH))
                    .forEach(result -> HistoryRow.appendLine(lines, result));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
