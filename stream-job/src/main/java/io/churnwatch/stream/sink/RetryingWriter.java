package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches. While PostgreSQL is away it tries again, which holds the stream back and loses nothing; when the configured
 * patience has run out it fails, and the job restarts from its last checkpoint.
 *
 * <p>An abandoned transaction may still be at work in a server that hung: it holds the locks of its batch, and the next
 * attempt, which waits for them, writes the same rows.
 */
final class RetryingWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingWriter.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final DatabaseConfig database;
    private final BatchStatements.Factory statements;
    private final Counter written;
    private final Counter retries;
    private final Counter dropped;
    private volatile @Nullable BatchTransaction transaction;
    private volatile boolean closed;

    RetryingWriter(DatabaseConfig database, BatchStatements.Factory statements, MetricGroup metrics) {
        this.database = database;
        this.statements = statements;
        this.written = metrics.counter("rows_written");
        this.retries = metrics.counter("write_retries");
        this.dropped = metrics.counter("rows_dropped");
    }

    /**
     * Writes a batch in one transaction.
     *
     * @throws IOException when PostgreSQL refuses it, or was away for longer than the patience allows
     */
    void write(RiskBatch batch) throws IOException, InterruptedException {
        Instant giveUpAt = Instant.now().plus(database.patience());
        while (!tryToWrite(batch, giveUpAt)) {
            retries.inc();
            Thread.sleep(PAUSE.toMillis());
        }
        written.inc(batch.size());
    }

    /** Interrupts the batch that another thread is writing. */
    @Override
    public void close() {
        closed = true;
        BatchTransaction open = transaction;
        if (open != null) {
            open.abort();
        }
    }

    private boolean tryToWrite(RiskBatch batch, Instant giveUpAt) throws IOException {
        try {
            commit(batch);
            return true;
        } catch (SQLException e) {
            disconnect();
            if (closed || !isPassing(e) || Instant.now().isAfter(giveUpAt)) {
                throw new IOException("PostgreSQL refuses " + batch.size() + " rows: " + e.getMessage(), e);
            }
            LOG.warn("PostgreSQL cannot take {} rows now, trying again: {}", batch.size(), e.getMessage());
            return false;
        }
    }

    private void commit(RiskBatch batch) throws SQLException {
        BatchTransaction open = open();
        try {
            open.write(batch);
        } catch (SQLException e) {
            if (!FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            int orphans = open.dropOrphans(batch);
            LOG.info("{} scores of customers who were deleted meanwhile are dropped", orphans);
            dropped.inc(orphans);
            open.write(batch);
        }
    }

    private BatchTransaction open() throws SQLException {
        BatchTransaction open = transaction;
        if (open == null) {
            open = new BatchTransaction(database, statements);
            transaction = open;
        }
        if (closed) { // while it was being opened
            disconnect();
        }
        return open;
    }

    private void disconnect() {
        BatchTransaction open = transaction;
        transaction = null;
        if (open != null) {
            open.close();
        }
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
