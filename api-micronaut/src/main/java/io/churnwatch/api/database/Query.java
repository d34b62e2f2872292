package io.churnwatch.api.database;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One SQL statement with its parameters, grown piece by piece. Not thread-safe. */
public final class Query {
    /** Makes something of one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(Row row) throws SQLException;
    }

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** A statement with a {@code ?} for each parameter. */
    public static Query of(String sql, @Nullable Object... parameters) {
        return new Query().append(sql, parameters);
    }

    public Query append(String more, @Nullable Object... itsParameters) {
        sql.append(more).append('\n');
        parameters.addAll(Arrays.asList(itsParameters));
        return this;
    }

    public <T> List<T> list(Connection connection, RowMapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(mapper.map(new Row(rows)));
            }
            return list;
        }
    }

    public <T> Optional<T> first(Connection connection, RowMapper<T> mapper) throws SQLException {
        return list(connection, mapper).stream().findFirst();
    }

    /** The only row, of a statement that always has one. */
    public <T> T single(Connection connection, RowMapper<T> mapper) throws SQLException {
        return first(connection, mapper).orElseThrow();
    }

    /** Runs an INSERT, UPDATE or DELETE and counts the rows that it touched. */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, columnValue(parameters.get(i)));
        }
        return statement;
    }

    /** The driver takes neither instants nor enums. */
    private static @Nullable Object columnValue(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Enum<?> choice ? choice.name() : value;
    }

    /** A money amount as its DECIMAL column holds it. */
    public static @Nullable BigDecimal decimal(@Nullable Double amount) {
        return amount == null ? null : BigDecimal.valueOf(amount);
    }
}
