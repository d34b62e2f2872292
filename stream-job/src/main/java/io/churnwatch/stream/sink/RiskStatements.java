package io.churnwatch.stream.sink;

import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskScored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes a batch of results: profiles before what refers to them. */
final class RiskStatements implements BatchTables.Statements<RiskBatch> {
    private final Connection connection;
    private final UnnestStatement<RiskBatch.ProfileRow> profiles;
    private final UnnestStatement<RiskScored> history;
    private final UnnestStatement<RiskScored> latest;
    private final UnnestStatement<AlertRaised> alerts;

    RiskStatements(Connection connection) throws SQLException {
        this.connection = connection;
        profiles = new UnnestStatement<>(connection, ProfileTable.COLUMNS, ProfileTable.WRITE);
        history = new UnnestStatement<>(connection, RiskTables.HISTORY_COLUMNS, RiskTables.WRITE_HISTORY);
        latest = new UnnestStatement<>(connection, RiskTables.LATEST_COLUMNS, RiskTables.WRITE_LATEST);
        alerts = new UnnestStatement<>(connection, RiskTables.ALERT_COLUMNS, RiskTables.WRITE_ALERTS);
    }

    @Override
    public void execute(RiskBatch batch) throws SQLException {
        profiles.execute(batch.profiles());
        history.execute(batch.history());
        latest.execute(batch.latest());
        alerts.execute(batch.alerts());
        erase(batch);
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
}
