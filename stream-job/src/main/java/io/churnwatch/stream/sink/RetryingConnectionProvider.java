package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections for the connector's sinks. The connector gives up when its first reconnection fails; this one waits for a server that is
 * away for as long as the sink of scores does, so that a short restart of PostgreSQL does not restart the job.
 */
final class RetryingConnectionProvider implements JdbcConnectionProvider {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Logger LOG = LoggerFactory.getLogger(RetryingConnectionProvider.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int CHECK_SECONDS = 5;

    private final DatabaseConfig database;
    private transient @Nullable Connection connection;
    private volatile boolean stopped;

    RetryingConnectionProvider(DatabaseConfig database) {
        this.database = database;
    }

    /** Makes an unreachable server an error from now on, because the sink is being closed. */
    void stopRetrying() {
        stopped = true;
    }

    @Override
    public @Nullable Connection getConnection() {
        return connection;
    }

    @Override
    public boolean isConnectionValid() throws SQLException {
        return connection != null && connection.isValid(CHECK_SECONDS);
    }

    @Override
    public Connection getOrEstablishConnection() throws SQLException {
        Connection open = connection == null ? connect() : connection;
        connection = open;
        return open;
    }

    @Override
    public void closeConnection() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("The connection was gone already", e);
        }
        connection = null;
    }

    /** Without the inherited exception, which could be an interruption. */
    @Override
    public void close() {
        closeConnection();
    }

    @Override
    public Connection reestablishConnection() throws SQLException {
        closeConnection();
        return getOrEstablishConnection();
    }

    private Connection connect() throws SQLException {
        Instant giveUpAt = Instant.now().plus(database.patience());
        while (true) {
            try {
                return database.connect();
            } catch (SQLException e) {
                if (stopped || Instant.now().isAfter(giveUpAt)) {
                    throw e;
                }
                LOG.warn("PostgreSQL cannot take rollups now, trying again: {}", e.getMessage());
                pause(e);
            }
        }
    }

    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
