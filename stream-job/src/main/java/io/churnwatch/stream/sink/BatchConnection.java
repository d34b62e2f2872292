package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection with the statements of a batch, which it runs in one transaction. */
final class BatchConnection<T, B extends Batch<T>> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchConnection.class);

    private final Connection connection;
    private final BatchTables.Statements<B> statements;

    BatchConnection(DatabaseConfig database, BatchTables<T, B> tables) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        statements = tables.prepare(connection);
    }

    void write(B batch) throws SQLException {
        statements.execute(batch);
        connection.commit();
    }

    /** After a batch was refused for what it refers to. */
    int dropOrphans(B batch) throws SQLException {
        connection.rollback();
        int dropped = statements.dropOrphans(batch);
        connection.commit();
        return dropped;
    }

    /** Closes it under the hands of the thread that writes; the server rolls back. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The connection was gone already", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close(); // rolls back what was not committed
        } catch (SQLException e) {
            LOG.debug("The connection was gone already", e);
        }
    }
}
