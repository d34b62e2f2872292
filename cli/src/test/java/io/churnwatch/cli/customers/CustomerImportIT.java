package io.churnwatch.cli.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.feed.CustomerFixture;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.customer.CustomerChurn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerImportIT {
    private static final String HEADER = "customer_id,surname,credit_score,geography,gender,age,tenure,balance,"
            + "num_of_products,has_cr_card,is_active_member,estimated_salary,exited,logins";
    private static final String HILL = "7,Hill,608,Spain,Female,41,1,83807.86,1,0,1,112542.58,0,2.5";
    private static final String MITCHELL = "8,Mitchell,850,Spain,Female,43,2,125510.82,1,1,1,79084.1,0,";

    private final PostgresServer server = MigratedPostgres.temporary();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CustomerImport customers = new CustomerImport(
            new StackEnvironment(server.environment()),
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime),
            Clock.fixed(CustomerFixture.MORNING, ZoneOffset.UTC));

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE customer_churn, outbox CASCADE");
        }
        said.reset();
    }

    @Test
    void rowsAndTheirUpdatesAreWritten(@TempDir Path temp) throws Exception {
        assertThat(customers.load(file(temp, HILL, MITCHELL))).isEqualTo(2);

        assertThat(query("SELECT string_agg(surname || ' ' || balance, ', ' ORDER BY customer_id) FROM customer_churn"))
                .isEqualTo("Hill 83807.86, Mitchell 125510.82");
        assertThat(query("SELECT attributes::text FROM customer_churn WHERE customer_id = 7"))
                .isEqualTo("{\"logins\": 2.5}");
        CustomerUpdate update = CustomerUpdateJson.read(
                query("SELECT payload::text FROM outbox WHERE key = '7'").getBytes(StandardCharsets.UTF_8));
        assertThat(update.op()).isEqualTo(UpdateOp.UPSERT);
        assertThat(update.source()).isEqualTo(CustomerUpdate.SOURCE_IMPORT);
        assertThat(update.eventId()).isEqualTo(query("SELECT event_id FROM outbox WHERE key = '7'"));
        assertThat(update.occurredAt()).isEqualTo(CustomerFixture.MORNING);
        assertThat(CommandLineDatabase.of(new StackEnvironment(server.environment()))
                        .inTransaction(CustomerChurn::profiles)
                        .get(7L))
                .isEqualTo(
                        update.profile().toBuilder().attribute("logins", null).build());
    }

    @Test
    void aFileThatWasLoadedBeforeIsLeftAlone(@TempDir Path temp) throws Exception {
        Path file = file(temp, HILL, MITCHELL);
        customers.load(file);

        assertThat(customers.load(file)).isZero();

        assertThat(query("SELECT count(*) FROM outbox")).isEqualTo("2");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("has been loaded before and is left alone");
    }

    @Test
    void ofAnotherFileOnlyWhatIsNewOrDiffersIsWritten(@TempDir Path temp) throws Exception {
        customers.load(file(temp, HILL, MITCHELL));

        int written = customers.load(file(temp, HILL, MITCHELL.replace(",850,", ",700,"), HILL.replaceFirst("7", "9")));

        assertThat(written).isEqualTo(2);
        assertThat(query("SELECT string_agg(key, ' ' ORDER BY id) FROM outbox")).isEqualTo("7 8 8 9");
        assertThat(query("SELECT credit_score FROM customer_churn WHERE customer_id = 8"))
                .isEqualTo("700");
    }

    private static Path file(Path temp, String... rows) throws IOException {
        Path file = Files.writeString(temp.resolve("customers.csv"), HEADER + "\n");
        return Files.write(file, List.of(rows), StandardOpenOption.APPEND);
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
