package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.flink.api.connector.sink2.Sink;

/** Our sink with one of its tables only, to compare with other writers of that table. */
public final class HistorySink {
    /** To {@code churn_risk_history} alone, whose customers must be there. */
    public static Sink<CustomerResult> to(DatabaseConfig database) {
        return new PostgresSink(database, HistorySink::prepare);
    }

    private static BatchStatements prepare(Connection connection) throws SQLException {
        var history = new UnnestStatement<>(
                connection,
                ChurnRiskHistoryTable.COLUMNS,
                ChurnRiskHistoryTable.WITH_BATCH + " " + ChurnRiskHistoryTable.WRITE);
        return batch -> history.execute(batch.scores());
    }

    private HistorySink() {}
}
