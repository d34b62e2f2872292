package io.churnwatch.bench.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.sink.HistorySink;
import io.churnwatch.stream.sink.PostgresSink;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;

/** A way to write results. */
enum MeasuredSink {
    ALL_TABLES("our sink, all four tables", 1),
    OURS("our sink, history alone", 1),
    JDBC_SINK("Flink's `JdbcSink`, with rewritten batches", 1),
    COPY_AND_MERGE("COPY into a temporary table, then `INSERT … SELECT … ON CONFLICT`", 1),
    COPY("COPY straight into the table", 1),
    ROW_PER_COMMIT("a transaction per row", 20);

    private final String title;
    private final int part;

    MeasuredSink(String title, int part) {
        this.title = title;
        this.part = part;
    }

    String title() {
        return title;
    }

    /** How many rows it is given, where the others are given that many: the slow ones are waited for no longer. */
    int rows(int ofOthers) {
        return ofOthers / part;
    }

    ResultWriter open(DatabaseConfig database) throws Exception {
        return switch (this) {
            case ALL_TABLES -> new FlinkSink(PostgresSink.ofResults(database));
            case OURS -> new FlinkSink(HistorySink.to(database));
            case JDBC_SINK -> jdbcSink(database);
            case COPY_AND_MERGE -> CopyWriter.merging(database);
            case COPY -> CopyWriter.plain(database);
            case ROW_PER_COMMIT -> new RowWriter(database);
        };
    }

    private static ResultWriter jdbcSink(DatabaseConfig database) throws Exception {
        return new FlinkSink(JdbcSink.<CustomerResult>builder()
                .withQueryStatement(HistoryRow.UPSERT, HistoryRow::bind)
                .withExecutionOptions(JdbcExecutionOptions.builder()
                        .withBatchSize(ResultWriter.BATCH)
                        .withBatchIntervalMs(0)
                        .build())
                .buildAtLeastOnce(new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                        .withUrl(database.url() + "?reWriteBatchedInserts=true")
                        .withUsername(database.user())
                        .withPassword(database.password())
                        .withDriverName("org.postgresql.Driver")
                        .build()));
    }
}
