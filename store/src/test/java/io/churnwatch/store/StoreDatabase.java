package io.churnwatch.store;

import io.churnwatch.local.service.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A migrated database of its own for a test class. */
public final class StoreDatabase implements AutoCloseable {
    public static final String VERSION = "rf-1";

    /** Stores a version that never was a champion. */
    public static final String MODEL = model(1);

    private final PostgresServer server = MigratedPostgres.temporary();
    private final Database database = Database.of(server.environment(), ConnectionLimits.COMMAND_LINE);

    /** A statement that stores the version {@code rf-n}. */
    public static String model(int n) {
        return """
                INSERT INTO model_version (model_version, algorithm, pmml_gzip, sha256, metrics, features, training_rows,
                    training_data_hash, trained_at)
                VALUES ('rf-%1$d', 'random-forest', '', repeat('%1$d', 64), '{"held_out": {"roc_auc": 0.8625}}', '[]', 1,
                    repeat('0', 64), '2030-01-01T1%1$d:00:00Z')""".formatted(n);
    }

    /** The environment variables through which a process uses this database. */
    public Map<String, String> environment() {
        return server.environment();
    }

    public Connection connect() throws SQLException {
        return server.connect();
    }

    public Database database() {
        return database;
    }

    public Handle open() {
        return database.open();
    }

    public void execute(String sql) {
        try (Handle handle = open()) {
            handle.execute(sql);
        }
    }

    public String text(String sql) {
        try (Handle handle = open()) {
            return handle.createQuery(sql).mapTo(String.class).one();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
