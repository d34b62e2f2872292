package io.churnwatch.api.database;

import io.churnwatch.store.DatabaseErrors;
import io.churnwatch.store.Handles;
import jakarta.inject.Singleton;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Runs work in transactions on pooled connections; what throws is rolled back. Thread-safe. */
@Singleton
public final class DatabasePool {
    private final Jdbi jdbi;

    DatabasePool(DataSource dataSource) {
        jdbi = Handles.configured(Jdbi.create(dataSource));
    }

    /** Reads and writes, READ COMMITTED. */
    public <T> T inTransaction(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw new DatabaseException(DatabaseErrors.sqlException(e));
        }
    }

    /** Reads only, and every statement sees the same instant. */
    public <T> T inSnapshot(Function<Handle, T> work) {
        try {
            return Handles.inSnapshot(jdbi, work::apply);
        } catch (JdbiException e) {
            throw new DatabaseException(DatabaseErrors.sqlException(e));
        }
    }
}
