package io.churnwatch.api.database;

import io.churnwatch.store.DatabaseErrors;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.JdbiException;

/** Runs work in transactions; what throws is rolled back. Thread-safe. */
@Singleton
public final class Database {
    /** What is done within one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads and writes, READ COMMITTED. */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return committed(connection, work);
        } catch (JdbiException e) {
            throw new DatabaseException(DatabaseErrors.sqlException(e));
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Reads only, and every statement sees the same instant. */
    public <T> T inSnapshot(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return committed(connection, work); // the pool resets both on close
        } catch (JdbiException e) {
            throw new DatabaseException(DatabaseErrors.sqlException(e));
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
