package io.churnwatch.api.database;

import java.util.function.Function;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** Maps a column whose text is parsed, such as JSON. */
public final class ParsedColumn {
    public static <T> ColumnMapper<T> of(Function<String, T> parse) {
        return (row, column, context) -> parse.apply(row.getString(column));
    }

    private ParsedColumn() {}
}
