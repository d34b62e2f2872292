package io.churnwatch.stream.config;

import io.churnwatch.settings.DatabaseSettings;
import io.churnwatch.settings.SettingType;
import io.churnwatch.settings.Settings;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How to reach PostgreSQL. The password stays out of every text form.
 *
 * @param patience how long a server may be away before the job goes back to its last checkpoint
 */
public record DatabaseConfig(String url, String user, String password, Duration patience) implements Serializable {
    private static final int ATTEMPTS_MIN = 4;

    static DatabaseConfig of(Settings settings) {
        DatabaseSettings database = DatabaseSettings.of(settings);
        int patience = settings.orElse(
                "CHURNWATCH_DATABASE_PATIENCE_SECONDS",
                "120",
                SettingType.wholeNumber(1, 86_400),
                "how long PostgreSQL may be away before the job returns to its last checkpoint");
        return new DatabaseConfig(database.url(), database.user(), database.password(), Duration.ofSeconds(patience));
    }

    public Connection connect() throws SQLException {
        return database().connect();
    }

    /**
     * After so much silence a server hangs, or the network between swallows everything: the connection is given up, and
     * patience is long enough for some more.
     */
    public Database database() {
        Duration silence = Duration.ofSeconds(Math.max(1, patience.toSeconds() / ATTEMPTS_MIN));
        return new Database(url, user, password, ConnectionLimits.reconnecting("churnwatch-stream-job", silence));
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
