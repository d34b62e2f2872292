package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import java.io.IOException;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Collects elements and has them written when there are enough, when they have waited long enough and at every checkpoint.
 * One batch is written beside the task while the next one fills, so that scoring and alerts need not wait for a commit. When
 * PostgreSQL is slow or away the next batch fills up, and then the stream is held back.
 */
final class PostgresWriter<T, B extends Batch<T>> implements SinkWriter<T> {
    private final BatchTables<T, B> tables;
    private final ProcessingTimeService clock;
    private final WriterThread<B> thread;
    private B batch;

    PostgresWriter(
            DatabaseConfig database, BatchTables<T, B> tables, ProcessingTimeService clock, MetricGroup metrics) {
        this.tables = tables;
        this.batch = tables.newBatch();
        this.clock = clock;
        this.thread = new WriterThread<>(new PatientConnection<>(database, tables, metrics));
        scheduleHandOver();
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        boolean alone = batch.standsAlone(element);
        if (alone) {
            handOver();
        }
        batch.add(element);
        if (alone || isDue()) {
            handOver();
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        handOver();
        thread.awaitWritten();
    }

    @Override
    public void close() {
        thread.close();
    }

    private boolean isDue() {
        return batch.size() >= PostgresSink.ROWS_MAX || (batch.size() >= PostgresSink.ROWS_ENOUGH && thread.isIdle());
    }

    /** Waits for the batch before, or fails as it did. */
    private void handOver() throws IOException, InterruptedException {
        thread.awaitWritten();
        if (batch.size() > 0) {
            thread.write(batch);
            batch = tables.newBatch();
        }
    }

    private void scheduleHandOver() {
        var unused = clock.registerTimer(clock.getCurrentProcessingTime() + PostgresSink.DELAY_MAX.toMillis(), time -> {
            if (thread.isIdle()) {
                handOver();
            }
            scheduleHandOver();
        });
    }
}
