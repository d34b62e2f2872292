package io.churnwatch.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table for a person at a terminal: a line of titles and a line for each row, in columns of fixed widths. */
public final class Table<T> {
    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(String format, String title, Function<T, @Nullable Object> cell) {}

    /**
     * Adds a column at the right.
     *
     * @param format pads the title and the cells, for example {@code %-24s}
     * @param cell null becomes a dash
     */
    public Table<T> column(String format, String title, Function<T, @Nullable Object> cell) {
        columns.add(new Column<>(format, title, cell));
        return this;
    }

    /** The titles and the rows. */
    public String of(List<T> rows) {
        StringJoiner lines = new StringJoiner(System.lineSeparator()).add(titles());
        rows.forEach(row -> lines.add(line(row)));
        return lines.toString();
    }

    public String titles() {
        return joined(Column::title);
    }

    public String line(T row) {
        return joined(column -> column.cell().apply(row));
    }

    /** Text that is the same in every country. */
    public static String format(String format, @Nullable Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** The number in that format; null, which has none, stays null. */
    public static @Nullable String number(String format, @Nullable Double value) {
        return value == null ? null : format(format, value);
    }

    private String joined(Function<Column<T>, @Nullable Object> text) {
        StringJoiner line = new StringJoiner(" ");
        for (Column<T> column : columns) {
            Object cell = text.apply(column);
            line.add(format(column.format(), cell == null ? "-" : cell));
        }
        return line.toString().stripTrailing();
    }
}
