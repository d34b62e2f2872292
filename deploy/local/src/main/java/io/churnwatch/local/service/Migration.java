package io.churnwatch.local.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Runs the migrations in a JVM of its own, as a module under test may have another Flyway or none. */
public final class Migration {
    public static void main(String[] args) {
        Flyway.configure()
                .dataSource(
                        System.getenv("CHURNWATCH_DATABASE_URL"),
                        System.getenv("CHURNWATCH_DATABASE_USER"),
                        System.getenv("CHURNWATCH_DATABASE_PASSWORD"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    static void run(PostgresServer server, Path logFile) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Executables.java(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        RuntimeClassPath.read(),
                        Migration.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        builder.environment().putAll(server.environment());
        try {
            if (builder.start().waitFor() != 0) {
                throw new ServiceFailedException(
                        "The migrations failed. The end of " + logFile + ":\n" + LogTail.of(logFile, 30));
            }
        } catch (IOException e) {
            throw new ServiceFailedException("The migrations could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailedException("Interrupted during the migrations", e);
        }
    }

    private Migration() {}
}
