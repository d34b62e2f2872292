package io.churnwatch.bench.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A transaction for every row. */
final class RowWriter implements ResultWriter {
    private final Connection connection;
    private final PreparedStatement upsert;

    RowWriter(DatabaseConfig database) throws SQLException {
        connection = database.connect();
        upsert = connection.prepareStatement(HistoryRow.UPSERT);
    }

    @Override
    public void write(List<CustomerResult> results) throws SQLException {
        for (CustomerResult result : results) {
            HistoryRow.bind(upsert, result);
            upsert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
