package io.churnwatch.store;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where PostgreSQL is, and the one way to connect to it: every connection has time-outs, and an error of the server never
 * carries the values of a row. The password stays out of every text form.
 */
public record Database(String url, String user, String password, ConnectionLimits limits) implements Serializable {
    private static final String URL = "CHURNWATCH_DATABASE_URL";
    private static final String USER = "CHURNWATCH_DATABASE_USER";
    private static final String PASSWORD = "CHURNWATCH_DATABASE_PASSWORD";

    /**
     * Returns the database that the environment names.
     *
     * @throws IllegalArgumentException naming every variable that is missing
     */
    public static Database of(Map<String, String> environment, ConnectionLimits limits) {
        List<String> missing = List.of(URL, USER, PASSWORD).stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The environment lacks " + String.join(", ", missing) + ".");
        }
        return new Database(
                environment.getOrDefault(URL, ""),
                environment.getOrDefault(USER, ""),
                environment.getOrDefault(PASSWORD, ""),
                limits);
    }

    /** Opens a connection, which the caller closes. */
    public Handle open() {
        return jdbi().open();
    }

    /** Runs work in one transaction; what throws is rolled back. */
    public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        return jdbi().inTransaction(work);
    }

    /** Reads only, and every statement sees the same instant. */
    public <T, X extends Exception> T inSnapshot(HandleCallback<T, X> work) throws X {
        try (Handle handle = open()) {
            handle.setReadOnly(true);
            return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
        }
    }

    /** Opens a plain JDBC connection, for code that JDBI does not reach. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Connections without a pool. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(limits.applicationName());
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false);
        source.setConnectTimeout(seconds(limits.connect().toSeconds()));
        source.setSocketTimeout(seconds(limits.silence().toSeconds()));
        source.setProperty(
                PGProperty.OPTIONS,
                "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
                        .formatted(
                                limits.statement().toMillis(),
                                limits.idleInTransaction().toMillis()));
        return source;
    }

    private static int seconds(long seconds) {
        return Math.toIntExact(seconds);
    }

    private Jdbi jdbi() {
        return Handles.configured(Jdbi.create(dataSource()));
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
