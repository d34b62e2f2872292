package io.churnwatch.cli.customers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.churnwatch.Topics;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.stack.DatabaseException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The customers of a file in a table of the current transaction, before they are merged with those that are there. */
final class IncomingCustomers implements AutoCloseable {
    private static final int BATCH_SIZE = 1000;
    private static final JsonFactory JSON = new JsonFactory();
    private static final String COLUMNS = Stream.of(ProfileField.values())
            .map(ProfileField::column)
            .collect(Collectors.joining(", ", "customer_id, ", ", attributes"));

    private final PreparedStatement insert;
    private int waiting;

    private IncomingCustomers(PreparedStatement insert) {
        this.insert = insert;
    }

    static IncomingCustomers create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE incoming"
                    + " (LIKE customer_churn, payload JSONB NOT NULL, line BIGSERIAL) ON COMMIT DROP");
        }
        String values = "?, ".repeat(ProfileField.values().length + 1) + "?::jsonb, ?::jsonb";
        return new IncomingCustomers(
                connection.prepareStatement("INSERT INTO incoming (" + COLUMNS + ", payload) VALUES (" + values + ")"));
    }

    void add(Customer customer, byte[] update) {
        try {
            int column = 1;
            insert.setLong(column++, customer.customerId());
            for (ProfileField field : ProfileField.values()) {
                insert.setObject(column++, field.of(customer.profile()));
            }
            insert.setString(column++, attributes(customer));
            insert.setString(column, new String(update, StandardCharsets.UTF_8));
            insert.addBatch();
            if (++waiting % BATCH_SIZE == 0) {
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            insert.executeBatch();
        }
    }

    /** Writes what is new or differs, with one update each for the feed; returns how many that were. */
    static int merge(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM incoming USING customer_churn known"
                    + " WHERE known.customer_id = incoming.customer_id"
                    + " AND (" + qualified("known") + ") IS NOT DISTINCT FROM (" + qualified("incoming") + ")");
            statement.execute("INSERT INTO customer_churn (" + COLUMNS + ") SELECT " + COLUMNS + " FROM incoming"
                    + " ON CONFLICT (customer_id) DO UPDATE SET (" + COLUMNS + ") = (" + qualified("excluded") + ")");
            return statement.executeUpdate("INSERT INTO outbox (topic, key, event_id, payload)"
                    + " SELECT '" + Topics.CUSTOMER_UPDATES + "', customer_id, payload ->> 'event_id', payload"
                    + " FROM incoming ORDER BY line");
        }
    }

    private static String qualified(String table) {
        return Stream.of(COLUMNS.split(", ", -1))
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", "));
    }

    private static String attributes(Customer customer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            CustomerUpdateJson.writeAttributes(json, customer.profile().attributes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
