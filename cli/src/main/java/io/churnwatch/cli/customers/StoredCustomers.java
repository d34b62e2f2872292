package io.churnwatch.cli.customers;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.stack.DatabaseException;
import io.churnwatch.local.stack.StackEnvironment;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The customers in the database, without their extra features. */
public final class StoredCustomers {
    private static final String SQL = Stream.of(ProfileField.values())
            .map(ProfileField::column)
            .collect(Collectors.joining(", ", "SELECT customer_id, ", " FROM customer_churn ORDER BY customer_id"));

    public static List<Customer> read(StackEnvironment environment) {
        try (Connection connection = environment.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            List<Customer> customers = new ArrayList<>();
            while (rows.next()) {
                customers.add(new Customer(rows.getLong(1), profile(rows)));
            }
            return customers;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static CustomerProfile profile(ResultSet row) throws SQLException {
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        for (ProfileField field : ProfileField.values()) {
            Object value = row.getObject(field.column());
            profile.set(field, value instanceof BigDecimal amount ? Double.valueOf(amount.doubleValue()) : value);
        }
        return profile.build();
    }

    private StoredCustomers() {}
}
