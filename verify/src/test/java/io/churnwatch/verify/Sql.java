package io.churnwatch.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the database of a test. */
final class Sql {
    /** The first column of the only row. */
    static long number(Connection connection, String query) throws SQLException {
        return Long.parseLong(text(connection, query));
    }

    /** The first column of the only row. */
    static String text(Connection connection, String query) throws SQLException {
        return column(connection, query).get(0);
    }

    /** Each row as a text. */
    static List<String> rows(Connection connection, String query) throws SQLException {
        return column(connection, "SELECT to_jsonb(q) FROM (" + query + ") q");
    }

    /** The first column of every row. */
    static List<String> column(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private Sql() {}
}
