package io.churnwatch.stream.config;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * How to reach PostgreSQL. The password stays out of every text form.
 *
 * @param patience how long a server may be away before the job goes back to its last checkpoint
 */
public record DatabaseConfig(String url, String user, String password, Duration patience) implements Serializable {
    private static final int ATTEMPTS_MIN = 4;

    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "churnwatch-stream-job");
        properties.setProperty("connectTimeout", silenceSeconds());
        properties.setProperty("socketTimeout", silenceSeconds());
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }

    /**
     * After so much silence a server hangs, or the network between swallows everything: the connection is given up, and
     * patience is long enough for some more.
     */
    private String silenceSeconds() {
        return Long.toString(Math.max(1, patience.toSeconds() / ATTEMPTS_MIN));
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
