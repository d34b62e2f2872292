package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.io.IOException;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Collects elements and has them written when there are enough, when they have waited long enough and at every checkpoint.
 * One batch is written beside the task while the next one fills, so that scoring and alerts need not wait for a commit. When
 * PostgreSQL is slow or away the next batch fills up, and then the stream is held back.
 */
final class PostgresWriter implements SinkWriter<CustomerResult> {
    private final ProcessingTimeService clock;
    private final WriterThread thread;
    private RiskBatch batch = new RiskBatch();

    PostgresWriter(
            DatabaseConfig database,
            BatchStatements.Factory statements,
            ProcessingTimeService clock,
            MetricGroup metrics) {
        this.clock = clock;
        this.thread = new WriterThread(new RetryingWriter(database, statements, metrics));
        scheduleHandOver();
    }

    @Override
    public void write(CustomerResult element, Context context) throws IOException, InterruptedException {
        boolean alone = RiskBatch.isAlone(element);
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

    /** Waits for the batch before, or fails if that has failed. */
    private void handOver() throws IOException, InterruptedException {
        thread.awaitWritten();
        if (batch.size() > 0) {
            thread.write(batch);
            batch = new RiskBatch();
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
