package io.churnwatch.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the job wrote, as text: what a replay of the topic must write again. Left out are the ids that a table counts up,
 * and {@code scored_at} and {@code recorded_at}, the time on the wall.
 *
 * @param rows how often each is there
 */
record Projection(Map<String, Integer> rows) {
    private static final List<String> TABLES = List.of(
            "customer_churn",
            "churn_risk_history",
            "customer_risk",
            "alert_history",
            "churn_outcome",
            "risk_distribution",
            "risk_trend",
            "alert_count");

    static Projection of(Connection connection) throws SQLException {
        Map<String, Integer> rows = new HashMap<>();
        for (String table : TABLES) {
            Sql.column(connection, "SELECT to_jsonb(t) - '{id,scored_at,recorded_at}'::text[] FROM " + table + " t")
                    .forEach(row -> rows.merge(table + " " + row, 1, Integer::sum));
        }
        return new Projection(rows);
    }

    /** Leaves nothing but the versions. */
    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", TABLES));
        }
    }

    /** A few of the rows that only one of both has. */
    List<String> differences(Projection other) {
        List<String> differences = new ArrayList<>();
        rows.entrySet().stream()
                .filter(row -> !row.getValue().equals(other.rows.get(row.getKey())))
                .limit(5)
                .forEach(row -> differences.add("- " + row));
        other.rows.entrySet().stream()
                .filter(row -> !row.getValue().equals(rows.get(row.getKey())))
                .limit(5)
                .forEach(row -> differences.add("+ " + row));
        return differences;
    }
}
