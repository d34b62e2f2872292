package io.churnwatch.bench.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.sink.HistoryOnly;
import io.churnwatch.stream.sink.PostgresSink;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;

/** A way to write results. */
enum MeasuredSink {
    ALL_TABLES("our sink, all four tables"),
    OURS("our sink, history alone"),
    JDBC_SINK("Flink's `JdbcSink`, with rewritten batches"),
    COPY("COPY straight into the table");

    private final String title;

    MeasuredSink(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    ResultWriter open(DatabaseConfig database) throws Exception {
        return switch (this) {
            case ALL_TABLES -> new FlinkSink(PostgresSink.ofResults(database));
            case OURS -> new FlinkSink(HistoryOnly.sink(database));
            case JDBC_SINK -> jdbcSink(database);
            case COPY -> new CopyWriter(database);
        };
    }

    private static ResultWriter jdbcSink(DatabaseConfig database) throws Exception {
        return new FlinkSink(JdbcSink.<CustomerResult>builder()
                .withQueryStatement(HistoryOnly.UPSERT, HistoryOnly::bind)
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
