package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects elements and writes them when there are enough, when they have waited long enough and at every checkpoint. While
 * PostgreSQL is away it tries again, which holds the stream back instead of losing anything; when the patience with it is at
 * an end it fails, and the job goes back to its last checkpoint.
 *
 * <p>A connection that was given up may still be at work in a server that hung: it holds the locks of its batch, and the next
 * attempt, which waits for them, writes the same rows.
 */
final class PostgresWriter<T, B extends Batch<T>> implements SinkWriter<T> {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresWriter.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final DatabaseConfig database;
    private final BatchTables<T, B> tables;
    private final ProcessingTimeService clock;
    private final Counter written;
    private final Counter retries;
    private final Counter dropped;
    private B batch;
    private @Nullable BatchConnection<T, B> connection;

    PostgresWriter(
            DatabaseConfig database, BatchTables<T, B> tables, ProcessingTimeService clock, MetricGroup metrics) {
        this.database = database;
        this.tables = tables;
        this.batch = tables.newBatch();
        this.clock = clock;
        this.written = metrics.counter("rows_written");
        this.retries = metrics.counter("write_retries");
        this.dropped = metrics.counter("rows_dropped");
        scheduleFlush();
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        boolean alone = batch.standsAlone(element);
        if (alone) {
            flush(false);
        }
        batch.add(element);
        if (alone || batch.size() >= PostgresSink.ROWS_MAX) {
            flush(false);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (batch.size() == 0) {
            return;
        }
        Instant giveUpAt = Instant.now().plus(database.patience());
        while (!tryToWrite(giveUpAt)) {
            retries.inc();
            Thread.sleep(PAUSE.toMillis());
        }
        written.inc(batch.size());
        batch = tables.newBatch();
    }

    @Override
    public void close() {
        disconnect();
    }

    private boolean tryToWrite(Instant giveUpAt) throws IOException {
        try {
            write();
            return true;
        } catch (SQLException e) {
            disconnect();
            if (!isPassing(e) || Instant.now().isAfter(giveUpAt)) {
                throw new IOException("PostgreSQL refuses " + batch.size() + " rows: " + e.getMessage(), e);
            }
            LOG.warn("PostgreSQL cannot take {} rows now, trying again: {}", batch.size(), e.getMessage());
            return false;
        }
    }

    private void write() throws SQLException {
        if (connection == null) {
            connection = new BatchConnection<>(database, tables);
        }
        try {
            connection.write(batch);
        } catch (SQLException e) {
            if (!FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            int orphans = connection.dropOrphans(batch);
            LOG.info("{} scores of customers who were deleted meanwhile are dropped", orphans);
            dropped.inc(orphans);
            connection.write(batch);
        }
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private void scheduleFlush() {
        var unused = clock.registerTimer(clock.getCurrentProcessingTime() + PostgresSink.DELAY_MAX.toMillis(), time -> {
            flush(false);
            scheduleFlush();
        });
    }

    /**
     * Connection lost (08), server going down or starting (57P), out of resources (53), rolled back by a conflict (40), or
     * one more customer's row deleted under our feet.
     *
     * @see <a href="https://www.postgresql.org/docs/17/errcodes-appendix.html">PostgreSQL error codes</a>
     */
    private static boolean isPassing(SQLException error) {
        String state = error.getSQLState() == null ? "08" : error.getSQLState();
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("40")
                || state.equals(FOREIGN_KEY_VIOLATION);
    }
}
