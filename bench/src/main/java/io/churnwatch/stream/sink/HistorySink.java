package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.flink.api.connector.sink2.Sink;

/** Our sink with one of its tables only, to be held against what others write into that table. */
public final class HistorySink {
    /** To {@code churn_risk_history} alone, whose customers must be there. */
    public static Sink<CustomerResult> to(DatabaseConfig database) {
        return new PostgresSink<>(database, new HistoryTable());
    }

    private static final class HistoryTable implements BatchTables<CustomerResult, RiskBatch> {
        @Override
        public RiskBatch newBatch() {
            return new RiskBatch();
        }

        @Override
        public Statements<RiskBatch> prepare(Connection connection) throws SQLException {
            var history = new UnnestStatement<>(
                    connection, ScoreTables.HISTORY_COLUMNS, ScoreTables.WITH_BATCH + " " + ScoreTables.WRITE_HISTORY);
            return batch -> history.execute(batch.scores());
        }
    }

    private HistorySink() {}
}
