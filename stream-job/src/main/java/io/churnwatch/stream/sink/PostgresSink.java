package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.rollup.RollupRow;
import io.churnwatch.stream.score.CustomerResult;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes batches, each in one transaction with idempotent keys: at least once, and what is written twice is the same row. */
public final class PostgresSink<T, B extends Batch<T>> implements Sink<T> {
    /** As many are written at once when nothing else is being written. */
    static final int ROWS_ENOUGH = 1_000;

    /** As many may wait for the batch before them; then the stream does. */
    static final int ROWS_MAX = 4_000;

    static final Duration DELAY_MAX = Duration.ofMillis(100);

    private final DatabaseConfig database;
    private final BatchTables<T, B> tables;

    PostgresSink(DatabaseConfig database, BatchTables<T, B> tables) {
        this.database = database;
        this.tables = tables;
    }

    /** To {@code customer_churn}, {@code churn_risk_history}, {@code customer_risk} and {@code alert_history}. */
    public static Sink<CustomerResult> ofResults(DatabaseConfig database) {
        return new PostgresSink<>(database, new RiskTables());
    }

    /** To {@code risk_distribution}, {@code risk_trend} and {@code alert_count}. */
    public static Sink<RollupRow> ofRollups(DatabaseConfig database) {
        return new PostgresSink<>(database, new RollupTables());
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new PostgresWriter<>(database, tables, context.getProcessingTimeService(), context.metricGroup());
    }
}
