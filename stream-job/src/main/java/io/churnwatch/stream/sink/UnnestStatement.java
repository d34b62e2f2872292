package io.churnwatch.stream.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement that takes a whole batch as one array per column and reads it as the table {@code u}: one round trip, and
 * less work for the server than a row-wise batch (docs/benchmarks/stream-sinks.md).
 */
final class UnnestStatement<T> {
    private final Connection connection;
    private final List<Column<T>> columns;
    private final PreparedStatement statement;

    /**
     * Prepares the statement.
     *
     * @param sql with the placeholders {@code {columns}}, {@code {values}} and {@code {batch}}: the names, the expressions
     *     that read them with the names behind, and the table {@code u}
     */
    UnnestStatement(Connection connection, List<Column<T>> columns, String sql) throws SQLException {
        this.connection = connection;
        this.columns = columns;
        this.statement = connection.prepareStatement(sql.replace("{columns}", join(Column::name))
                .replace("{values}", join(column -> column.expression() + " AS " + column.name()))
                .replace(
                        "{batch}",
                        "unnest(" + join(column -> "?::" + column.type() + "[]") + ") AS u (" + join(Column::name)
                                + ")"));
    }

    void execute(Collection<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        @Nullable Object[][] arrays = arrays(rows);
        for (int i = 0; i < arrays.length; i++) {
            statement.setArray(i + 1, connection.createArrayOf(columns.get(i).type(), arrays[i]));
        }
        statement.executeUpdate();
    }

    /** Row by row: a row's parts are close together in memory. */
    private @Nullable Object[][] arrays(Collection<T> rows) {
        @Nullable
        Object[][] arrays =
                columns.stream().map(column -> column.newArray(rows.size())).toArray(Object[][]::new);
        int position = 0;
        for (T row : rows) {
            for (int i = 0; i < arrays.length; i++) {
                arrays[i][position] = columns.get(i).value().apply(row);
            }
            position++;
        }
        return arrays;
    }

    private String join(Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }
}
