package io.churnwatch.stream.sink;

import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskScored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a batch of results: profiles before what refers to them. */
final class RiskStatements implements BatchStatements {
    private final Connection connection;
    private final UnnestStatement<RiskBatch.ProfileRow> profiles;
    private final UnnestStatement<RiskBatch.ScoreRow> scores;
    private final UnnestStatement<AlertRaised> alerts;
    private final UnnestStatement<RiskScored> outcomes;

    RiskStatements(Connection connection) throws SQLException {
        this.connection = connection;
        profiles = new UnnestStatement<>(connection, CustomerChurnTable.COLUMNS, CustomerChurnTable.WRITE);
        scores = new UnnestStatement<>(
                connection, CustomerRiskTable.COLUMNS_WITH_HISTORY, CustomerRiskTable.WRITE_WITH_HISTORY);
        alerts = new UnnestStatement<>(connection, AlertHistoryTable.COLUMNS, AlertHistoryTable.WRITE);
        outcomes = new UnnestStatement<>(connection, ChurnOutcomeTable.COLUMNS, ChurnOutcomeTable.WRITE);
    }

    @Override
    public void execute(RiskBatch batch) throws SQLException {
        profiles.execute(batch.profiles());
        scores.execute(batch.scores());
        alerts.execute(batch.alerts());
        outcomes.execute(batch.exits());
        erase(batch);
    }

    /** Removes the scores of customers who are missing, though their first score has written them. */
    @Override
    public int dropOrphans(RiskBatch batch) throws SQLException {
        Set<Long> missing = batch.profiles().stream()
                .filter(profile -> !profile.isNew())
                .map(RiskBatch.ProfileRow::customerId)
                .collect(Collectors.toCollection(HashSet::new));
        try (PreparedStatement select =
                connection.prepareStatement("SELECT customer_id FROM customer_churn WHERE customer_id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("int8", missing.toArray()));
            try (ResultSet known = select.executeQuery()) {
                while (known.next()) {
                    missing.remove(known.getLong(1));
                }
            }
        }
        return batch.drop(missing);
    }

    private void erase(RiskBatch batch) throws SQLException {
        if (batch.erased().isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM customer_churn WHERE customer_id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("int8", batch.erased().toArray()));
            delete.executeUpdate();
        }
    }
}
