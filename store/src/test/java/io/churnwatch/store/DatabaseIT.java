package io.churnwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.local.service.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class DatabaseIT {
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.temporary();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aConnectionHasTheLimitsAndTheNameOfItsProgram() {
        try (Handle handle = database(ConnectionLimits.COMMAND_LINE).open()) {
            assertThat(setting(handle, "statement_timeout")).isEqualTo("10min");
            assertThat(setting(handle, "idle_in_transaction_session_timeout")).isEqualTo("5min");
            assertThat(setting(handle, "application_name")).isEqualTo("churnwatch-cli");
        }
        try (Handle handle = database(ConnectionLimits.MIGRATION).open()) {
            assertThat(setting(handle, "statement_timeout")).isEqualTo("0");
        }
    }

    @Test
    void aStatementThatTakesTooLongIsCancelledByTheServer() {
        ConnectionLimits limits = new ConnectionLimits(
                "a test", Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ZERO);
        try (Handle handle = database(limits).open()) {
            assertThatThrownBy(() -> handle.execute("SELECT pg_sleep(60)"))
                    .isInstanceOfSatisfying(
                            JdbiException.class,
                            failure ->
                                    assertThat(DatabaseErrors.message(failure)).contains("statement timeout"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO person VALUES (:name, 1)", "INSERT INTO person VALUES (:name, NULL)"})
    void anErrorNamesNoValueOfARow(String insert) {
        try (Handle handle = database(ConnectionLimits.COMMAND_LINE).open()) {
            handle.execute("CREATE TEMPORARY TABLE person (name TEXT UNIQUE, age INT NOT NULL)");
            handle.execute("INSERT INTO person VALUES ('Obinna', 1)");

            assertThatThrownBy(() ->
                            handle.createUpdate(insert).bind("name", "Obinna").execute())
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageNotContaining("Obinna")
                    .hasStackTraceContaining("constraint")
                    .satisfies(failure -> assertThat(failure.getCause()).hasMessageNotContaining("Obinna"));
        }
    }

    @Test
    void aPersonsOwnQueryReadsOnly() throws Exception {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        Database database = database(ConnectionLimits.COMMAND_LINE);

        CsvQuery.copy(database, "SELECT 1 AS one, NULL AS nothing", csv);

        assertThat(csv.toString(StandardCharsets.UTF_8)).isEqualTo("one,nothing\n1,\n");
        try (Handle handle = database.open()) {
            handle.execute("CREATE TABLE note (text TEXT)");
        }
        assertThatThrownBy(() -> CsvQuery.copy(database, "INSERT INTO note VALUES ('x') RETURNING text", csv))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void everyMissingVariableIsNamedAtOnceAndThePasswordNowhere() {
        assertThatThrownBy(() ->
                        Database.of(Map.of("CHURNWATCH_DATABASE_USER", "churnwatch"), ConnectionLimits.COMMAND_LINE))
                .hasMessageContaining("CHURNWATCH_DATABASE_URL is not set")
                .hasMessageContaining("CHURNWATCH_DATABASE_PASSWORD is not set");
        Database database =
                new Database("jdbc:postgresql://db/bank?password=secret", "me", "secret", ConnectionLimits.API);
        assertThat(List.of(database)).hasToString("[jdbc:postgresql://db/bank as me]");
    }

    private static Database database(ConnectionLimits limits) {
        return Database.of(server.environment(), limits);
    }

    private static String setting(Handle handle, String name) {
        return handle.createQuery("SHOW " + name).mapTo(String.class).one();
    }
}
