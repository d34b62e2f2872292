package io.churnwatch.api.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result, column by column. The plain readers are for columns that are never null. */
public final class Row {
    private final ResultSet columns;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    public int integer(String column) throws SQLException {
        return columns.getInt(column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        return columns.getObject(column, Integer.class);
    }

    public long count(String column) throws SQLException {
        return columns.getLong(column);
    }

    public @Nullable Long countOrNull(String column) throws SQLException {
        return columns.getObject(column, Long.class);
    }

    public double number(String column) throws SQLException {
        return columns.getDouble(column);
    }

    public @Nullable Double numberOrNull(String column) throws SQLException {
        double number = columns.getDouble(column);
        return columns.wasNull() ? null : number;
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public @Nullable Boolean flagOrNull(String column) throws SQLException {
        boolean flag = columns.getBoolean(column);
        return columns.wasNull() ? null : flag;
    }

    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return columns.getString(column);
    }

    public UUID uuid(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public Instant instant(String column) throws SQLException {
        return columns.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        @Nullable OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public <E extends Enum<E>> E choice(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    public <E extends Enum<E>> @Nullable E choiceOrNull(String column, Class<E> type) throws SQLException {
        @Nullable String name = textOrNull(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
