package io.churnwatch.stream.sink;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Hang;
import io.churnwatch.feed.CustomerFixture;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.AlertType;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.risk.RiskTrend;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.FieldSet;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the writer makes of a server that hangs, of customers who are erased beside it, and of batches that come again. */
class PostgresWriterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final FieldSet EVERY_FIELD = new FieldSet((1 << ProfileField.values().length) - 1, true);
    private static final FieldSet AGE = new FieldSet(1 << ProfileField.AGE.ordinal(), false);

    private static final SinkWriter.Context NO_CONTEXT = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return Long.MIN_VALUE;
        }

        @Override
        public @Nullable Long timestamp() {
            return null;
        }
    };

    private static PostgresServer postgres;

    private final Counters counters = new Counters();
    private final TestProcessingTimeService clock = new TestProcessingTimeService();
    private PostgresWriter writer;

    /** Keeps the counters that the writer registers. */
    private static final class Counters extends UnregisteredMetricsGroup {
        private final Map<String, Counter> byName = new ConcurrentHashMap<>();

        @Override
        public Counter counter(String name) {
            return byName.computeIfAbsent(name, key -> new SimpleCounter());
        }

        long of(String name) {
            return counter(name).getCount();
        }
    }

    @BeforeAll
    static void startServer() {
        postgres = MigratedPostgres.temporary();
    }

    @AfterAll
    static void stopServer() {
        postgres.close();
    }

    @BeforeEach
    void open() throws Exception {
        execute("TRUNCATE customer_churn, churn_risk_history, customer_risk, alert_history, churn_outcome");
        DatabaseConfig database = new DatabaseConfig(postgres.url(), postgres.user(), postgres.password(), PATIENCE);
        writer = new PostgresWriter(database, RiskStatements::new, clock, counters);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    @SuppressWarnings("try") // a hang is over when it is closed; there is nothing else to do with it
    void aServerThatHangsHoldsTheStreamBackAndNothingIsLost() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        add(scored(1, 2, "a-2", 39, AGE));
        ExecutorService task = Executors.newSingleThreadExecutor();
        try {
            Future<?> flush;
            try (Hang server = Hang.of(postgres.process().handle())) {
                flush = task.submit(() -> {
                    writer.flush(false);
                    return null;
                });
                await().atMost(60, TimeUnit.SECONDS).until(() -> counters.of("write_retries") > 0);
            }
            flush.get(60, TimeUnit.SECONDS);
        } finally {
            task.shutdownNow();
        }

        assertThat(column("SELECT event_id FROM churn_risk_history ORDER BY sequence"))
                .containsExactly("a-1", "a-2");
        assertThat(column("SELECT age FROM customer_churn")).containsExactly("39");
    }

    @Test
    @SuppressWarnings("try")
    void patienceWithAServerThatHangsEndsAndFailsTheTask() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        add(scored(1, 2, "a-2", 39, AGE));

        try (Hang server = Hang.of(postgres.process().handle())) {
            assertThatThrownBy(() -> writer.flush(false))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("PostgreSQL refuses 1 rows");
        }
    }

    @Test
    @SuppressWarnings("try")
    void theNextBatchFillsWhileAServerHangs() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));

        try (Hang server = Hang.of(postgres.process().handle())) {
            addUpdates(2, PostgresSink.ROWS_ENOUGH + PostgresSink.ROWS_MAX);
        }
        writer.flush(false);

        assertThat(column("SELECT count(*) FROM churn_risk_history"))
                .containsExactly(Integer.toString(PostgresSink.ROWS_ENOUGH + PostgresSink.ROWS_MAX));
    }

    @Test
    @SuppressWarnings("try")
    void theTaskFailsWithinATickOfAWriteThatFailedBesideIt() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        add(scored(1, 2, "a-2", 39, AGE));

        try (Hang server = Hang.of(postgres.process().handle())) {
            await().atMost(60, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThatThrownBy(this::tick)
                            .hasRootCauseInstanceOf(IOException.class)
                            .hasMessageContaining("PostgreSQL refuses 1 rows"));
        }
    }

    @Test
    @SuppressWarnings("try")
    void closingBreaksOffWhatIsBeingWritten() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        addUpdates(2, PostgresSink.ROWS_ENOUGH + 1);

        try (Hang server = Hang.of(postgres.process().handle())) {
            assertThat(CompletableFuture.runAsync(writer::close)).succeedsWithin(PATIENCE.dividedBy(4));
        }
        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(
                                column(
                                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'churnwatch-stream-job'"))
                        .containsExactly("0"));
    }

    @Test
    void whatBelongsToACustomerErasedMeanwhileIsDroppedAndCountedButForItsAlerts() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        write(scored(2, 1, "b-1", 38, EVERY_FIELD));
        execute("DELETE FROM customer_churn WHERE customer_id = 1");
        add(alerted(scored(1, 2, "a-2", 61, AGE)));
        add(scored(1, 3, "a-3", 62, AGE));
        write(scored(2, 2, "b-2", 61, AGE));

        assertThat(column("SELECT event_id FROM churn_risk_history ORDER BY sequence"))
                .containsExactly("b-1", "b-2");
        assertThat(column("SELECT customer_id FROM customer_churn")).containsExactly("2");
        assertThat(column("SELECT event_id || coalesce(customer_id::text, ' of nobody') FROM alert_history"))
                .containsExactly("a-2 of nobody");
        assertThat(counters.of("rows_dropped")).isEqualTo(2);
        assertThat(counters.of("write_retries")).isZero();
    }

    @Test
    void aCustomerWhoComesBackAfterAnErasureIsWritten() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        write(scored(1, 2, "a-2", 39, AGE));
        execute("DELETE FROM customer_churn");
        write(scored(1, 1, "a-3", 50, EVERY_FIELD));

        assertThat(column("SELECT age FROM customer_churn")).containsExactly("50");
    }

    @Test
    void aBatchThatComesAgainDoesNotHideNewerProfilesAndScores() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        write(scored(1, 2, "a-2", 39, AGE));
        write(scored(1, 3, "a-3", 40, AGE));
        write(scored(1, 4, "a-4", 40, FieldSet.NONE));
        write(scored(1, 2, "a-2", 39, AGE));

        assertThat(column("SELECT age || ' by ' || profile_sequence FROM customer_churn"))
                .containsExactly("40 by 3");
        assertThat(column("SELECT event_id FROM customer_risk")).containsExactly("a-4");
        assertThat(column("SELECT count(*) FROM churn_risk_history")).containsExactly("4");
    }

    @Test
    void customersMayHaveEventsOfTheSameId() throws Exception {
        add(scored(1, 1, "first", 38, EVERY_FIELD));
        write(scored(2, 1, "first", 38, EVERY_FIELD));
        write(scored(3, 1, "first", 38, EVERY_FIELD));

        assertThat(column("SELECT customer_id FROM churn_risk_history ORDER BY customer_id"))
                .containsExactly("1", "2", "3");
        assertThat(column("SELECT customer_id FROM customer_risk ORDER BY customer_id"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void anAnalystsEditStaysWhenOlderBatchesComeAgain() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        write(scored(1, 2, "a-2", 39, AGE));
        execute("UPDATE customer_churn SET age = 64");
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));

        assertThat(column("SELECT age FROM customer_churn")).containsExactly("64");
    }

    @Test
    void anExitIsAnOutcomeOnceAndGoesWithTheCustomer() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        write(exit(scored(1, 2, "a-2", 39, AGE)));
        write(exit(scored(1, 2, "a-2", 39, AGE)));
        assertThat(column("SELECT concat_ws(' ', customer_id, outcome, source, extract(epoch FROM occurred_at)::bigint)"
                        + " FROM churn_outcome"))
                .containsExactly("1 EXITED FEED " + MORNING.getEpochSecond());

        execute("DELETE FROM customer_churn");
        add(scored(1, 3, "a-3", 39, AGE));
        write(exit(scored(1, 4, "a-4", 39, AGE)));
        assertThat(column("SELECT outcome FROM churn_outcome")).isEmpty();
        assertThat(counters.of("rows_dropped")).isEqualTo(2);
    }

    @Test
    void whatAPersonSaidOfThatTimeStays() throws Exception {
        write(scored(1, 1, "a-1", 38, EVERY_FIELD));
        write(exit(scored(1, 2, "a-2", 39, AGE)));
        execute("UPDATE churn_outcome SET outcome = 'STAYED', source = 'API', recorded_by = 'anna'");
        write(exit(scored(1, 2, "a-2", 39, AGE)));

        assertThat(column("SELECT outcome FROM churn_outcome")).containsExactly("STAYED");
    }

    private void write(CustomerResult result) throws Exception {
        add(result);
        writer.flush(false);
    }

    private void add(CustomerResult result) throws Exception {
        writer.write(result, NO_CONTEXT);
    }

    private void addUpdates(int fromSequence, int toSequence) throws Exception {
        for (int sequence = fromSequence; sequence <= toSequence; sequence++) {
            add(scored(1, sequence, "a-" + sequence, 39, AGE));
        }
    }

    private void tick() throws Exception {
        clock.setCurrentTime(clock.getCurrentProcessingTime() + PostgresSink.DELAY_MAX.toMillis());
    }

    private static CustomerResult scored(int customer, long sequence, String eventId, int age, FieldSet changed) {
        CustomerProfile profile = CustomerFixture.loyalCustomer().toBuilder()
                .set(ProfileField.AGE, age)
                .build();
        RiskScored score = new RiskScored(
                new RiskScored.Trigger(eventId, customer, MORNING, Cause.UPDATE),
                new RiskScored.Turn(sequence, MORNING),
                MORNING,
                new RiskScored.Risk(0.5, false, RiskBand.MEDIUM, RiskTrend.STABLE),
                null,
                null,
                new RiskScored.Versions("rf-small", 1),
                null,
                Map.of(),
                List.of());
        return new CustomerResult(customer, null, profile, changed, score, null, false);
    }

    private static CustomerResult alerted(CustomerResult result) {
        AlertRaised alert = new AlertRaised(
                UUID.randomUUID().toString(),
                AlertType.HIGH_RISK,
                result.customerId(),
                result.score().eventId(),
                MORNING,
                0.9,
                null,
                null,
                0.7,
                RiskBand.CRITICAL,
                "rf-small",
                1,
                List.of(),
                List.of());
        return new CustomerResult(
                result.customerId(), null, result.profile(), result.changed(), result.score(), alert, false);
    }

    private static CustomerResult exit(CustomerResult result) {
        return new CustomerResult(
                result.customerId(), null, result.profile(), result.changed(), result.score(), null, true);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
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
