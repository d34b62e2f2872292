package io.churnwatch.store;

import io.churnwatch.settings.DatabaseSettings;
import io.churnwatch.settings.Settings;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where PostgreSQL is, and the one way to connect to it: every connection has time-outs, and an error of the server never
 * carries the values of a row. The password stays out of every text form.
 */
public record Database(String url, String user, String password, ConnectionLimits limits) implements Serializable {

    /** Returns the database that the settings of a program name. */
    public static Database of(Settings settings, ConnectionLimits limits) {
        DatabaseSettings database = DatabaseSettings.of(settings);
        return new Database(database.url(), database.user(), database.password(), limits);
    }

    /**
     * Returns the database that the environment names, for a program that reads no other setting.
     *
     * @throws io.churnwatch.settings.InvalidSettingsException listing every problem
     */
    public static Database of(Map<String, String> environment, ConnectionLimits limits) {
        return Settings.read(limits.applicationName(), environment, settings -> of(settings, limits));
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
        return Handles.inSnapshot(jdbi(), work);
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
        return url.replaceFirst("\\?.*", "") + " as " + user; // the query may carry a password
    }
}
