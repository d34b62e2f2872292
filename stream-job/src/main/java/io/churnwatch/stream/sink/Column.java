package io.churnwatch.stream.sink;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a batch.
 *
 * @param type the PostgreSQL type that its array is sent as
 * @param expression how the statement reads it: the name, or the name with a cast
 * @param value of one row
 */
record Column<T>(String name, String type, String expression, Function<T, @Nullable Object> value) {
    static <T> Column<T> of(String name, String type, Function<T, @Nullable Object> value) {
        return new Column<>(name, type, "u." + name, value);
    }

    static <T> Column<T> json(String name, Function<T, @Nullable Object> text) {
        return new Column<>(name, "text", "u." + name + "::jsonb", text);
    }

    static <T> Column<T> time(String name, Function<T, Instant> instant) {
        return new Column<>(
                name, "timestamptz", "u." + name, row -> instant.apply(row).toString());
    }

    /** Sets every column but those of the key to the value that could not be inserted. */
    static <T> String overwrite(List<Column<T>> columns, String... key) {
        return columns.stream()
                .map(Column::name)
                .filter(name -> !List.of(key).contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
    }
}
