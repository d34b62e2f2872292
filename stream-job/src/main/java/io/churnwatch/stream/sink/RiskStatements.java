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
final class RiskStatements implements BatchTables.Statements<RiskBatch> {
    private final Connection connection;
    private final UnnestStatement<RiskBatch.ProfileRow> profiles;
    private final UnnestStatement<RiskBatch.ScoreRow> scores;
    private final UnnestStatement<AlertRaised> alerts;
    private final UnnestStatement<RiskScored> outcomes;

    RiskStatements(Connection connection) throws SQLException {
        this.connection = connection;
        profiles = new UnnestStatement<>(connection, ProfileTable.COLUMNS, ProfileTable.WRITE);
        scores = new UnnestStatement<>(connection, ScoreTables.COLUMNS, ScoreTables.WRITE);
        alerts = new UnnestStatement<>(connection, RiskTables.ALERT_COLUMNS, RiskTables.WRITE_ALERTS);
        outcomes = new UnnestStatement<>(connection, RiskTables.OUTCOME_COLUMNS, RiskTables.WRITE_OUTCOMES);
    }

    @Override
    public void execute(RiskBatch batch) throws SQLException {
        profiles.execute(batch.profiles());
        scores.execute(batch.scores());
        alerts.execute(batch.alerts());
        outcomes.execute(batch.exits());
        erase(batch);
    }

    /** Of customers who are not there, though they should be since their first score. */
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
