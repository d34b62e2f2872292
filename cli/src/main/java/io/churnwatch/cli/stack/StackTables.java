package io.churnwatch.cli.stack;

import io.churnwatch.cli.customers.CustomerImport;
import io.churnwatch.local.stack.DatabaseException;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.StackDatabase;
import io.churnwatch.local.stack.StackEnvironment;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a stack that is coming up. */
record StackTables(StackEnvironment environment, Progress progress) implements StackDatabase {
    @Override
    public Count count() {
        String sql = "SELECT (SELECT count(*) FROM customer_churn), (SELECT count(*) FROM customer_risk)";
        try (Connection connection = environment.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Count(row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public boolean hasCustomers() {
        return isThere("SELECT 1 FROM customer_churn LIMIT 1");
    }

    @Override
    public boolean hasChampion() {
        return isThere("SELECT 1 FROM model_promotion WHERE role = 'CHAMPION' LIMIT 1");
    }

    @Override
    public void load(Path customers) {
        new CustomerImport(environment, progress).load(customers);
    }

    private boolean isThere(String sql) {
        try (Connection connection = environment.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
