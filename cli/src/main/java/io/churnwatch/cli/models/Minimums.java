package io.churnwatch.cli.models;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code promotion_gate} asks of a champion. */
record Minimums(RegistryDatabase database) {
    SortedMap<String, Double> byMetric() {
        return database.inTransaction(connection -> {
            SortedMap<String, Double> minimums = new TreeMap<>();
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery("SELECT metric, minimum FROM promotion_gate")) {
                while (row.next()) {
                    minimums.put(row.getString(1), row.getDouble(2));
                }
            }
            return minimums;
        });
    }

    void set(String metric, double minimum) {
        database.inTransaction(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO promotion_gate (metric, minimum, set_by) VALUES (?, ?, ?) ON CONFLICT (metric)
                    DO UPDATE SET minimum = EXCLUDED.minimum, set_by = EXCLUDED.set_by, set_at = now()""")) {
                upsert.setString(1, metric);
                upsert.setDouble(2, minimum);
                upsert.setString(3, RegistryDatabase.person());
                return upsert.executeUpdate();
            }
        });
    }

    /** False when it was not asked for. */
    boolean remove(String metric) {
        return database.inTransaction(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM promotion_gate WHERE metric = ?")) {
                delete.setString(1, metric);
                return delete.executeUpdate() == 1;
            }
        });
    }
}
