package io.churnwatch.stream.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A statement that takes a whole batch as one array per column and reads it as the table {@code u}: one round trip, and
 * less work for the server than a row-wise batch (docs/benchmarks/stream.md).
 */
final class UnnestStatement<T> {
    private final Connection connection;
    private final List<Column<T>> columns;
    private final PreparedStatement statement;

    /**
     * Prepares the statement.
     *
     * @param sql with the placeholders {@code {columns}}, {@code {values}} and {@code {batch}}: the names, the expressions
     *     that read them, and the table {@code u}
     */
    UnnestStatement(Connection connection, List<Column<T>> columns, String sql) throws SQLException {
        this.connection = connection;
        this.columns = columns;
        this.statement = connection.prepareStatement(sql.replace("{columns}", join(Column::name))
                .replace("{values}", join(Column::expression))
                .replace(
                        "{batch}",
                        "unnest(" + join(column -> "?::" + column.type() + "[]") + ") AS u (" + join(Column::name)
                                + ")"));
    }

    void execute(Collection<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            Object[] values = rows.stream().map(column.value()).toArray();
            statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
        }
        statement.executeUpdate();
    }

    private String join(Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }
}
