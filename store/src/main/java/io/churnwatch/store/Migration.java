package io.churnwatch.store;

import org.flywaydb.core.Flyway;

/** Brings a database to the newest version of the schema. */
public final class Migration {
    private static final int CONNECT_RETRIES = 10; // a second or so each

    /** For the database that the environment names. */
    public static void main(String[] args) {
        run(Database.of(System.getenv(), ConnectionLimits.MIGRATION));
    }

    /** Waits some ten seconds for a server that is just starting. */
    public static void run(Database database) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .load()
                .migrate();
    }

    private Migration() {}
}
