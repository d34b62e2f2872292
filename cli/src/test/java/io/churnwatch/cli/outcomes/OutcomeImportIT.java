package io.churnwatch.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.cli.output.Json;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.outcome.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomeImportIT {
    private static final String HEADER = "customer_id,exited,date";

    private final PostgresServer server = MigratedPostgres.temporary();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final OutcomeImport outcomes = new OutcomeImport(
            new StackEnvironment(server.environment()),
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime),
            Clock.systemUTC());

    @TempDir
    private Path temp;

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void threeThousandCustomers() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE customer_churn CASCADE");
            statement.execute("INSERT INTO customer_churn (customer_id) SELECT generate_series(1, 3000)");
        }
        said.reset();
    }

    @Test
    void theSameFileTwiceRecordsItsRowsOnce() throws Exception {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int customer = 1; customer <= 2_500; customer++) {
            lines.add(customer + "," + customer % 2 + ",2026-03-04");
        }

        assertThat(load(lines)).isEqualTo(Map.of(Recording.RECORDED, 2_500L));
        assertThat(load(lines)).isEqualTo(Map.of(Recording.REPEATED, 2_500L));
        assertThat(column("SELECT concat_ws(' ', outcome, source, count(*), min(occurred_at AT TIME ZONE 'UTC'))"
                        + " FROM churn_outcome GROUP BY outcome, source ORDER BY 1"))
                .containsExactly("EXITED CSV 1250 2026-03-04 23:59:59", "STAYED CSV 1250 2026-03-04 23:59:59");
        assertThat(said()).contains("2,500 outcomes: 0 are new, 0 correct what was known, 2,500 were known");
    }

    @Test
    void theLaterWordCorrectsTheFeedsToo() throws Exception {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO churn_outcome (customer_id, outcome, occurred_at, source)"
                    + " VALUES (1, 'EXITED', '2026-03-04T10:15:00Z', 'FEED')");
        }

        assertThat(load(List.of(HEADER, "1,0,2026-03-04T10:15:00Z"))).isEqualTo(Map.of(Recording.CORRECTED, 1L));
        assertThat(column("SELECT outcome || ' ' || source FROM churn_outcome")).containsExactly("STAYED CSV");
    }

    @Test
    void whoIsNoCustomerIsNamedAndTheOthersAreRecorded() throws Exception {
        load(List.of(HEADER, "1,1,2026-03-04", "4000,1,2026-03-04", "2,x,2026-03-04"));

        assertThat(column("SELECT customer_id FROM churn_outcome")).containsExactly("1");
        assertThat(said())
                .contains(
                        "line 3: customer_id 4000 is no customer here: the feed has to bring the customer first",
                        "line 4: exited must be 1 or EXITED",
                        "2 of 3 rows were left out",
                        "1 outcomes: 1 are new");
    }

    @Test
    void aFileWithoutAGoodRowIsRefused() {
        assertThatThrownBy(() -> load(List.of(HEADER, "4000,1,2026-03-04")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("holds no outcome that can be recorded");
    }

    @Test
    void theReportShowsWhatWasRecorded() throws Exception {
        load(List.of(HEADER, "1,1,2026-03-04"));

        OutcomeReportCommand report = new OutcomeReportCommand();
        assertThat(QualityTable.of(report.judge(new StackEnvironment(server.environment()))))
                .containsPattern("(?m)^all +0 +0 +0 +0 +0 +- +0 +0 +- +-$")
                .contains("1 exits are left out: the customer had not been scored before");
        assertThat(Json.write(report.judge(new StackEnvironment(server.environment()))))
                .contains("\"unwatched_exits\" : 1", "\"horizon_days\" : 90", "\"lead_days_p10\" : null");
    }

    private Map<Recording, Long> load(List<String> lines) throws IOException {
        return outcomes.load(Files.write(temp.resolve("outcomes.csv"), lines), 20);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
