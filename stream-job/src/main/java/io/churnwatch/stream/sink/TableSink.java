package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.JdbcStatementBuilder;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one table with Flink's {@code JdbcSink}, at least once. Two things differ: it waits for a server that is away, and it closes
 * quietly. The connector throws when it cannot flush while it closes; after a failure Flink takes that for a broken task manager, and
 * ends the process. What is not flushed by then is replayed from the checkpoint.
 *
 * @param upsert writes an absolute value, so that a repeated row is the same row
 */
record TableSink<T>(DatabaseConfig database, String upsert, JdbcStatementBuilder<T> parameters) implements Sink<T> {
    private static final Logger LOG = LoggerFactory.getLogger(TableSink.class);

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        RetryingConnectionProvider connections = new RetryingConnectionProvider(database);
        SinkWriter<T> writer = JdbcSink.<T>builder()
                .withQueryStatement(upsert, parameters)
                .withExecutionOptions(JdbcExecutionOptions.builder()
                        .withBatchSize(PostgresSink.ROWS_ENOUGH)
                        .withBatchIntervalMs(PostgresSink.DELAY_MAX.toMillis())
                        .build())
                .buildAtLeastOnce(connections)
                .createWriter(context);
        return new QuietlyClosing<>(writer, connections);
    }

    private record QuietlyClosing<T>(SinkWriter<T> writer, RetryingConnectionProvider connections)
            implements SinkWriter<T> {
        @Override
        public void write(T element, Context context) throws IOException, InterruptedException {
            writer.write(element, context);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
            writer.flush(endOfInput);
        }

        @Override
        public void close() {
            connections.stopRetrying();
            try {
                writer.close();
            } catch (Exception e) {
                LOG.warn("Rows that were not flushed are left to the replay: {}", e.getMessage());
            }
        }
    }
}
