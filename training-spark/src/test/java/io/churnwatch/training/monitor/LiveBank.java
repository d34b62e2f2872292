package io.churnwatch.training.monitor;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.model.SmallForest;
import io.churnwatch.risk.RiskJson;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.training.GeneratedCustomers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL with a champion, a challenger and customers whom both have scored. */
final class LiveBank implements AutoCloseable {
    private static final int EVER = 1_500;

    private static final ChurnModel CHAMPION = Population.model(SmallForest.PMML);
    private static final ChurnModel CHALLENGER = Population.model(SmallForest.CHALLENGER_PMML);

    private final PostgresServer server = MigratedPostgres.temporary();
    private final List<Long> customers = new ArrayList<>();
    private int events;

    static LiveBank open() throws SQLException {
        LiveBank bank = new LiveBank();
        try (Connection connection = bank.connect()) {
            GeneratedCustomers.insertInto(connection, EVER, 4711);
            SmallForest.publish(connection);
            SmallForest.publishChallenger(connection);
            bank.rememberThoseWhoStayed(connection);
        }
        return bank;
    }

    private void rememberThoseWhoStayed(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row =
                        query.executeQuery("SELECT customer_id FROM customer_churn WHERE NOT exited ORDER BY 1")) {
            while (row.next()) {
                customers.add(row.getLong(1));
            }
        }
    }

    /** How many have stayed. */
    int customers() {
        return customers.size();
    }

    Database database() {
        return Database.of(server.environment(), ConnectionLimits.WORKER);
    }

    Connection connect() throws SQLException {
        return server.connect();
    }

    /** The customers, as they are now, are scored by both models. */
    void score(Population population, Instant at) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO churn_risk_history (customer_id, churn_probability, challenger_probability, event_id,
                        sequence, features, logged_at, model_version, challenger_version, config_version, cause, scored_at)
                    VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 1, 'UPDATE', now())""")) {
            for (int i = 0; i < population.customers().size(); i++) {
                events++;
                bind(insert, customers.get(i), population.customers().get(i), at);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert, long customerId, Map<String, AttributeValue> customer, Instant at)
            throws SQLException {
        Features features = Features.of(customer);
        insert.setLong(1, customerId);
        insert.setDouble(2, Population.score(CHAMPION, features));
        insert.setDouble(3, Population.score(CHALLENGER, features));
        insert.setString(4, "event-" + events);
        insert.setLong(5, events);
        insert.setString(6, RiskJson.features(features.seenBy(CHAMPION)));
        insert.setObject(7, at.atOffset(ZoneOffset.UTC));
        insert.setString(8, SmallForest.VERSION);
        insert.setString(9, SmallForest.CHALLENGER_VERSION);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
