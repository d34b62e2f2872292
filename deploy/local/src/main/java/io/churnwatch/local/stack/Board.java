package io.churnwatch.local.stack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database says about the board. */
record Board(StackEnvironment environment) {
    /** How many customers there are, and how many of them have a score. */
    record Count(long customers, long scored) {
        boolean isComplete() {
            return scored >= customers;
        }
    }

    Count count() {
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

    boolean hasCustomers() {
        return isThere("SELECT 1 FROM customer_churn LIMIT 1");
    }

    boolean hasChampion() {
        return isThere("SELECT 1 FROM model_promotion WHERE role = 'CHAMPION' LIMIT 1");
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
