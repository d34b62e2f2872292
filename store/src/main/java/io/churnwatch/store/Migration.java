package io.churnwatch.store;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings a database to the newest version of the schema. */
public final class Migration {
    private static final int CONNECT_RETRIES = 10; // a second or so each

    /** For the database that {@code CHURNWATCH_DATABASE_URL}, {@code _USER} and {@code _PASSWORD} name. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        run(
                environment.getOrDefault("CHURNWATCH_DATABASE_URL", ""),
                environment.getOrDefault("CHURNWATCH_DATABASE_USER", ""),
                environment.getOrDefault("CHURNWATCH_DATABASE_PASSWORD", ""));
    }

    /** Waits some ten seconds for a server that is just starting. */
    public static void run(String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .load()
                .migrate();
    }

    private Migration() {}
}
