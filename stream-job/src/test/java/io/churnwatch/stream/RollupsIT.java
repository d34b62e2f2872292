package io.churnwatch.stream;

import static io.churnwatch.feed.CustomerFixture.patch;
import static io.churnwatch.feed.CustomerFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Topics;
import io.churnwatch.feed.CustomerFixture;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.model.SmallForest;
import io.churnwatch.risk.Recount;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.stream.config.JobConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rollups of the whole job in a real PostgreSQL, held against a GROUP BY of what they sum up. */
class RollupsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CUSTOMERS = 200;
    private static final List<@Nullable String> GEOGRAPHIES = Arrays.asList("France", "Germany", "Spain", "", null);

    @TempDir
    Path stateDir;

    private final Random random = new Random(20261124);
    private final Instant start = Instant.now().minusSeconds(60);
    private PostgresServer postgres;
    private KafkaServer kafka;
    private KafkaProducer<byte[], byte[]> producer;
    private int sent;

    @BeforeEach
    void start() throws Exception {
        postgres = MigratedPostgres.temporary();
        kafka = KafkaServer.temporary();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try (Connection connection = postgres.connect()) {
            SmallForest.publish(connection);
        }
    }

    @AfterEach
    void stop() throws Exception {
        producer.close();
        kafka.close();
        postgres.close();
    }

    @Test
    void whenTheStreamIsQuietTheRollupsEqualAGroupByAfterACrashAndAFreshReplay() throws Exception {
        JobClient job = startJob("state");
        send(1_500);
        await().atMost(PATIENCE)
                .until(() -> JobEnvironment.latestCheckpoint(config("state").stateDir())
                                .isPresent()
                        && rows("SELECT FROM churn_risk_history LIMIT 500").size() == 500);
        send(1_500); // while it runs, so that the crash finds work in every operator
        job.cancel().get();
        job = startJob("state");
        awaitQuiet();
        assertThat(rows("SELECT FROM alert_history")).hasSizeGreaterThan(10);
        assertThat(rows("SELECT FROM risk_trend WHERE geography IS NULL")).isNotEmpty();

        changeThreshold();
        job.cancel().get();
        job = startJob("state");
        send(500);
        awaitQuiet();
        List<String> trend = rows("SELECT * FROM risk_trend ORDER BY minute, geography");
        job.cancel().get();

        execute("TRUNCATE risk_distribution, risk_trend, alert_count");
        job = startJob("fresh");
        awaitQuiet();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows("SELECT * FROM risk_trend ORDER BY minute, geography"))
                        .isEqualTo(trend));
        job.cancel().get();
    }

    /** Every customer has the profile that the log says, and every rollup says what a recount says. */
    private void awaitQuiet() {
        String last = "end-" + sent;
        send(upsert(last, CUSTOMERS + 1, start.plusMillis(sent), CustomerFixture.loyalCustomer()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(rows("SELECT FROM churn_risk_history WHERE event_id = '" + last + "'"))
                    .hasSize(1);
            assertThat(rows(Recount.DISTRIBUTION_DIFFERS)).as("distribution").isEmpty();
            assertThat(rows(Recount.TREND_DIFFERS)).as("trend").isEmpty();
            assertThat(rows(Recount.ALERTS_DIFFER)).as("alerts").isEmpty();
        });
    }

    private void send(int events) {
        for (int i = 0; i < events; i++) {
            send(randomUpdate());
        }
        producer.flush();
    }

    private CustomerUpdate randomUpdate() {
        int customer = 1 + random.nextInt(CUSTOMERS);
        Instant occurredAt = start.plusMillis(sent);
        String eventId = "e-" + sent;
        return switch (random.nextInt(20)) {
            case 0 -> op(UpdateOp.DELETE, eventId, customer, occurredAt);
            case 1, 2 -> op(UpdateOp.RESCORE, eventId, customer, occurredAt);
            case 3, 4 ->
                patch(eventId, customer, occurredAt, CustomerFixture.only(ProfileField.EXITED, random.nextBoolean()));
            case 5, 6, 7 -> patch(eventId, customer, occurredAt, CustomerFixture.only(ProfileField.GEOGRAPHY, "Spain"));
            default -> upsert(eventId, customer, occurredAt, randomProfile());
        };
    }

    private CustomerProfile randomProfile() {
        CustomerProfile profile =
                random.nextBoolean() ? CustomerFixture.loyalCustomer() : CustomerFixture.leavingCustomer();
        return profile.toBuilder()
                .set(ProfileField.GEOGRAPHY, GEOGRAPHIES.get(random.nextInt(GEOGRAPHIES.size())))
                .set(ProfileField.AGE, 18 + random.nextInt(60))
                .set(ProfileField.BALANCE, random.nextInt(4) == 0 ? null : random.nextInt(20_000_000) / 100.0)
                .build();
    }

    private static CustomerUpdate op(UpdateOp op, String eventId, int customer, Instant occurredAt) {
        return new CustomerUpdate(eventId, customer, occurredAt, op, "core-banking", CustomerProfile.UNKNOWN);
    }

    private void send(CustomerUpdate update) {
        sent++;
        var unused = producer.send(new ProducerRecord<>(
                Topics.CUSTOMER_UPDATES,
                Long.toString(update.customerId()).getBytes(StandardCharsets.UTF_8),
                CustomerUpdateJson.write(update)));
    }

    /** From now on a customer of 0.3 is at high risk; those not scored again stay what they were judged. */
    private void changeThreshold() throws SQLException {
        execute("INSERT INTO alert_configuration (high_risk_threshold, effective_at, updated_by)"
                + " VALUES (0.3, now(), 'test')");
    }

    private JobClient startJob(String state) throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create(config(state));
        ChurnScoringJob.build(environment, config(state));
        return environment.executeAsync("test");
    }

    private JobConfig config(String state) {
        Map<String, String> environment = new TreeMap<>(postgres.environment());
        environment.putAll(kafka.environment());
        environment.put("CHURNWATCH_STATE_DIR", stateDir.resolve(state).toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        environment.put("CHURNWATCH_CHECKPOINT_MILLIS", "500");
        return JobConfig.from(environment);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each row as a text. */
    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
