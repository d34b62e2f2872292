package io.churnwatch.store;

import io.churnwatch.local.Repository;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A PostgreSQL server with the newest version of the schema. The migrations run in a JVM of their own, because the class path of
 * a caller may have another Flyway or none.
 */
public final class MigratedPostgres {
    /** A server on a free port, whose data is deleted when it is closed. */
    public static PostgresServer temporary() {
        return migrate(PostgresServer.temporary());
    }

    /** Returns the server once its schema is the newest. */
    public static PostgresServer migrate(PostgresServer server) {
        ProcessBuilder migration = new ProcessBuilder(List.of(
                        Executables.java(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Repository.find().classPath("store"),
                        Migration.class.getName()))
                .redirectErrorStream(true);
        migration.environment().putAll(server.environment());
        try {
            Process process = migration.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The migrations failed:\n" + output);
            }
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("The migrations could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during the migrations", e);
        }
    }

    private MigratedPostgres() {}
}
