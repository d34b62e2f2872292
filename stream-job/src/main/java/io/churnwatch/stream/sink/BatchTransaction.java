package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the statements of each batch in one transaction, on a connection of its own. */
final class BatchTransaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchTransaction.class);

    private final Connection connection;
    private final BatchStatements statements;

    BatchTransaction(DatabaseConfig database, BatchStatements.Factory factory) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        statements = factory.prepare(connection);
    }

    void write(RiskBatch batch) throws SQLException {
        statements.execute(batch);
        connection.commit();
    }

    /** Removes orphans from a batch that a foreign key refused. */
    int dropOrphans(RiskBatch batch) throws SQLException {
        connection.rollback();
        int dropped = statements.dropOrphans(batch);
        connection.commit();
        return dropped;
    }

    /** Breaks the connection while another thread uses it; the server rolls back. */
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
