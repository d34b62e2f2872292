package io.churnwatch.api.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Builds a statement piece by piece, with a {@code ?} for each parameter. Not thread-safe. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    public static Sql of(String text, @Nullable Object... parameters) {
        return new Sql().append(text, parameters);
    }

    public Sql append(String more, @Nullable Object... itsParameters) {
        text.append(more).append('\n');
        parameters.addAll(Arrays.asList(itsParameters));
        return this;
    }

    public Query select(Handle handle) {
        return handle.select(text.toString(), parameters.toArray());
    }

    public <T> List<T> list(Handle handle, Class<T> rowType) {
        return select(handle).map(ConstructorMapper.of(rowType)).list();
    }

    public int execute(Handle handle) {
        return handle.execute(text.toString(), parameters.toArray());
    }
}
