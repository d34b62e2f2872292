package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes results to {@code customer_churn}, {@code churn_risk_history}, {@code customer_risk} and {@code alert_history},
 * each batch in one transaction with idempotent keys: at least once, and what is written twice is the same row.
 */
public final class PostgresSink implements Sink<CustomerResult> {
    static final int ROWS_MAX = 1_000;
    static final Duration DELAY_MAX = Duration.ofMillis(100);

    private final DatabaseConfig database;

    public PostgresSink(DatabaseConfig database) {
        this.database = database;
    }

    @Override
    public SinkWriter<CustomerResult> createWriter(WriterInitContext context) {
        return new PostgresWriter(database, context.getProcessingTimeService(), context.metricGroup());
    }
}
