package io.churnwatch.stream.sink;

import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection with the statements of a batch, which it runs in one transaction: profiles before what refers to them. */
final class BatchConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchConnection.class);

    private final Connection connection;
    private final UnnestStatement<RiskBatch.ProfileRow> profiles;
    private final UnnestStatement<RiskScored> history;
    private final UnnestStatement<RiskScored> latest;
    private final UnnestStatement<AlertRaised> alerts;

    BatchConnection(DatabaseConfig database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        profiles = new UnnestStatement<>(connection, ProfileTable.COLUMNS, ProfileTable.WRITE);
        history = new UnnestStatement<>(connection, RiskTables.HISTORY_COLUMNS, RiskTables.WRITE_HISTORY);
        latest = new UnnestStatement<>(connection, RiskTables.LATEST_COLUMNS, RiskTables.WRITE_LATEST);
        alerts = new UnnestStatement<>(connection, RiskTables.ALERT_COLUMNS, RiskTables.WRITE_ALERTS);
    }

    void write(RiskBatch batch) throws SQLException {
        profiles.execute(batch.profiles());
        history.execute(batch.history());
        latest.execute(batch.latest());
        alerts.execute(batch.alerts());
        erase(batch);
        connection.commit();
    }

    private void erase(RiskBatch batch) throws SQLException {
        if (batch.erased().isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM customer_churn WHERE customer_id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("int4", batch.erased().toArray()));
            delete.executeUpdate();
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
