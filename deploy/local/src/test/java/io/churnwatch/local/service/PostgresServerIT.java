package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    @Test
    void committedRowsSurviveAKill(@TempDir Path temp) throws Exception {
        ServiceFolder folder = ServiceFolder.at(temp);
        PostgresServer killed = PostgresServer.start(folder, Ports.free());
        execute(killed, "CREATE TABLE kept (n INTEGER); INSERT INTO kept VALUES (41)");
        killed.process().handle().destroyForcibly();

        try (PostgresServer restarted = PostgresServer.start(folder, Ports.free())) {
            assertThat(query(restarted, "SELECT n FROM kept")).isEqualTo("41");
        }
    }

    @Test
    void aServerThatItsParentLeftRunningIsStoppedByTheNextStart(@TempDir Path temp) throws Exception {
        ServiceFolder folder = ServiceFolder.at(temp);
        PostgresServer leftover = PostgresServer.start(folder, Ports.free());

        try (PostgresServer next = PostgresServer.start(folder, leftover.port())) {
            assertThat(leftover.process().isAlive()).isFalse();
            assertThat(query(next, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aLockOfAStrangerIsNoObstacle(@TempDir Path temp) throws Exception {
        ServiceFolder folder = ServiceFolder.at(temp);
        PostgresServer.start(folder, Ports.free()).close();
        Process stranger = new ProcessBuilder("sleep", "1000").start();
        Files.writeString(temp.resolve("data/postmaster.pid"), stranger.pid() + "\n");

        try (PostgresServer restarted = PostgresServer.start(folder, Ports.free())) {
            assertThat(query(restarted, "SELECT 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void itIsSafeAndInUtf8AndNobodyComesInWithoutThePassword() throws Exception {
        try (PostgresServer server = PostgresServer.temporary()) {
            assertThat(query(server, "SHOW fsync")).isEqualTo("on");
            assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(server, "SHOW is_superuser")).isEqualTo("off");
            assertThat(query(server, "SELECT lower('ÄÉ')")).isEqualTo("äé");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), PostgresServer.USER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
