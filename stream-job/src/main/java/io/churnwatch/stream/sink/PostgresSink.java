package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes results in batches, each in one transaction with idempotent keys: at least once, and a repeated row is the same row. */
public final class PostgresSink implements Sink<CustomerResult> {
    /** So many are written at once when nothing else is being written. */
    static final int ROWS_ENOUGH = 1_000;

    /** So many may wait for the batch before them; then the stream waits. */
    static final int ROWS_MAX = 4_000;

    static final Duration DELAY_MAX = Duration.ofMillis(100);

    private final DatabaseConfig database;
    private final BatchStatements.Factory statements;

    PostgresSink(DatabaseConfig database, BatchStatements.Factory statements) {
        this.database = database;
        this.statements = statements;
    }

    /** To {@code customer_churn}, {@code churn_risk_history}, {@code customer_risk}, {@code alert_history} and {@code churn_outcome}. */
    public static Sink<CustomerResult> ofResults(DatabaseConfig database) {
        return new PostgresSink(database, RiskStatements::new);
    }

    @Override
    public SinkWriter<CustomerResult> createWriter(WriterInitContext context) {
        return new PostgresWriter(database, statements, context.getProcessingTimeService(), context.metricGroup());
    }
}
