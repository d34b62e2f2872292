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
    private static final double NANOS_PER_SECOND = 1e9;

    static <T> Column<T> of(String name, String type, Function<T, @Nullable Object> value) {
        return new Column<>(name, type, "u." + name, value);
    }

    static <T> Column<T> json(String name, Function<T, @Nullable Object> text) {
        return new Column<>(name, "text", "u." + name + "::jsonb", text);
    }

    /** Seconds since 1970 in a double are exact to less than a microsecond, which is what PostgreSQL keeps. */
    static <T> Column<T> time(String name, Function<T, Instant> instant) {
        return new Column<>(name, "float8", "to_timestamp(u." + name + ")", row -> seconds(instant.apply(row)));
    }

    /**
     * For the values of a batch. The driver sends arrays of these types in binary, so that neither side prints or parses a
     * number; all others as texts.
     */
    @Nullable
    Object[] newArray(int size) {
        return switch (type) {
            case "int4" -> new Integer[size];
            case "int8" -> new Long[size];
            case "float8" -> new Double[size];
            case "bool" -> new Boolean[size];
            case "text" -> new String[size];
            default -> new Object[size];
        };
    }

    private static double seconds(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / NANOS_PER_SECOND;
    }

    static <T> List<String> names(List<Column<T>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** Sets every column but those of the key to the value that could not be inserted. */
    static <T> String overwrite(List<Column<T>> columns, String... key) {
        return overwriteNamed(names(columns), key);
    }

    /** The same, for columns by their names. */
    static String overwriteNamed(List<String> names, String... key) {
        return names.stream()
                .filter(name -> !List.of(key).contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
    }
}
