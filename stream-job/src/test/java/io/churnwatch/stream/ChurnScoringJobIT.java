package io.churnwatch.stream;

import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static io.churnwatch.feed.CustomerFixture.only;
import static io.churnwatch.feed.CustomerFixture.patch;
import static io.churnwatch.feed.CustomerFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Sha256;
import io.churnwatch.Topics;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.stream.config.JobConfig;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a mini cluster, between a real Kafka and a real PostgreSQL: one life of the job, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChurnScoringJobIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String SCORING = "flink_taskmanager_job_task_operator_churnwatch_";

    private static final int METRICS_PORT = Ports.free();

    @TempDir
    static Path stateDir;

    private static PostgresServer postgres;
    private static KafkaServer kafka;
    private static KafkaProducer<byte[], byte[]> producer;
    private static JobClient job;
    private static Instant now;

    @BeforeAll
    static void start() throws Exception {
        now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        postgres = MigratedPostgres.temporary();
        kafka = KafkaServer.temporary();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() throws Exception {
        if (job != null) {
            job.cancel().get();
        }
        producer.close();
        kafka.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void nothingIsScoredBeforeTheFirstChampion() throws Exception {
        job = startJob();
        send(upsert("a-1", 1, now, loyalCustomer()));
        try (Connection connection = postgres.connect()) {
            SmallForest.publish(connection);
        }

        awaitHistory(1);
        assertThat(number("SELECT churn_probability FROM churn_risk_history"))
                .isEqualTo(SmallForestRegistry.model().score(Features.of(loyalCustomer())));
    }

    @Test
    @Order(2)
    void anUpdateBecomesOneRowWithItsPreviousProbabilityAndTheProfileFollows() throws Exception {
        send(patch("a-2", 1, now.plusMillis(10), only(ProfileField.AGE, 61)));
        awaitHistory(2);

        assertThat(text("SELECT sequence, age, model_version, cause FROM churn_risk_history JOIN customer_churn"
                        + " USING (customer_id) WHERE event_id = 'a-2'"))
                .isEqualTo("2|61|rf-small|UPDATE");
        assertThat(number("SELECT previous_probability FROM churn_risk_history WHERE event_id = 'a-2'"))
                .isEqualTo(number("SELECT churn_probability FROM churn_risk_history WHERE event_id = 'a-1'"));
        assertThat(text("SELECT event_id, sequence FROM customer_risk WHERE customer_id = 1"))
                .isEqualTo("a-2|2");
    }

    @Test
    @Order(3)
    void whatCannotBeScoredBecomesADeadLetterWithItsReason() throws Exception {
        send("{nonsense", 1);
        send(json(patch("x-1", 999, now, only(ProfileField.AGE, 61))), 999);
        send(json(upsert("x-2", 5, now, loyalCustomer())).replace("\"age\":38", "\"age\":999"), 5);
        send(upsert("x-3", 1, now.plus(Duration.ofHours(1)), loyalCustomer()));
        send(patch("x-4", 1, now.plusMillis(5), only(ProfileField.AGE, 60)));
        send(patch("a-2", 1, now.plusMillis(10), only(ProfileField.AGE, 61)));
        send(patch("a-3", 1, now.plusMillis(5), only(ProfileField.BALANCE, 1234.0)));
        awaitHistory(3);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetterReasons())
                        .containsExactlyInAnyOrder(
                                "malformed-json",
                                "unknown-customer",
                                "out-of-range",
                                "occurred-in-future",
                                "superseded"));
        assertThat(text("SELECT age, balance FROM customer_churn WHERE customer_id = 1"))
                .as("the late PATCH set what nothing newer had set")
                .isEqualTo("61|1234.00");
    }

    @Test
    @Order(4)
    void anUnknownCountryIsScoredAsTheModelSays() throws Exception {
        CustomerProfile italian =
                loyalCustomer().toBuilder().set(ProfileField.GEOGRAPHY, "Italy").build();
        send(upsert("i-1", 3, now, italian));
        awaitHistory(4);

        assertThat(number("SELECT churn_probability FROM churn_risk_history WHERE event_id = 'i-1'"))
                .isEqualTo(SmallForestRegistry.model().score(Features.of(italian)));
    }

    @Test
    @Order(5)
    void anAlertIsRaisedOnceInTheTableAndInTheTopic() throws Exception {
        long alertsBefore = count("alert_history");
        send(upsert("l-1", 2, now, leavingCustomer()));
        awaitHistory(5);

        assertThat(count("alert_history")).isEqualTo(alertsBefore + 1);
        assertThat(text("SELECT alert_type, status, was_sent, event_id FROM alert_history WHERE customer_id = 2"))
                .isEqualTo("HIGH_RISK|PENDING|f|l-1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(Topics.RISK_ALERTS))
                        .anyMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("\"l-1\"")));
        assertThat(read(Topics.RISK_SCORED)).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    @Order(6)
    void prometheusFindsWhatBecameOfEveryEvent() throws Exception {
        PrometheusPage page = PrometheusPage.read("127.0.0.1", METRICS_PORT);

        assertThat(page.sum(SCORING + "scored")).isEqualTo(5);
        assertThat(page.sum(SCORING + "duplicates")).isEqualTo(1);
        assertThat(page.sum(SCORING + "reason_rejected")).isEqualTo(5);
        assertThat(page.sum(SCORING + "reason_rejected", "reason=\"malformed-json\""))
                .isEqualTo(1);
        assertThat(page.sum(SCORING + "reason_rejected", "reason=\"superseded\""))
                .isEqualTo(1);
        assertThat(page.sum(SCORING + "alert_type_alerts", "alert_type=\"HIGH_RISK\""))
                .isEqualTo(count("alert_history WHERE alert_type = 'HIGH_RISK'"));
        assertThat(page.sum(SCORING + "model_version_model_in_force", "model_version=\"rf-small\""))
                .isPositive();
        assertThat(page.sum(SCORING + "latency_from_log_time_millis_count")).isEqualTo(5);
        assertThat(page.sum(SCORING + "latency_from_occurred_at_millis_count")).isEqualTo(5);
        assertThat(page.sum("flink_taskmanager_job_task_operator_rows_written", "operator_name=\"Write to PostgreSQL"))
                .isEqualTo(5);
    }

    @Test
    @Order(6)
    void metricsAreShownOnThisAddressOnly() {
        assertThatThrownBy(() -> PrometheusPage.read("127.0.0.2", METRICS_PORT)).isInstanceOf(ConnectException.class);
    }

    @Test
    @Order(7)
    void aRestartGoesOnWhereTheLastCheckpointWas() throws Exception {
        await().atMost(PATIENCE)
                .until(() ->
                        JobEnvironment.latestCheckpoint(config().stateDir()).isPresent());
        job.cancel().get();
        for (int i = 0; i < 200; i++) {
            send(patch("r-" + i, 1, now.plusMillis(100 + i), only(ProfileField.BALANCE, 1.0 * i)));
        }
        job = startJob();
        awaitHistory(205);

        assertThat(text("SELECT min(sequence), max(sequence), count(DISTINCT sequence) FROM churn_risk_history"
                        + " WHERE customer_id = 1"))
                .isEqualTo("1|203|203");
        assertThat(count("churn_risk_history a JOIN churn_risk_history b ON b.customer_id = a.customer_id"
                        + " AND b.sequence = a.sequence + 1 WHERE b.previous_probability <> a.churn_probability"))
                .as("every row follows the one before it")
                .isZero();
    }

    @Test
    @Order(8)
    void anExitIsAnOutcomeWithTheTimeOfTheEvent() throws Exception {
        Instant left = now.plusMillis(900);
        send(upsert("o-1", 4, now, leavingCustomer()));
        send(patch("o-2", 4, left, only(ProfileField.EXITED, true)));
        send(patch("o-3", 4, now.plusMillis(950), only(ProfileField.AGE, 70)));

        awaitModelOf("o-3", SmallForest.VERSION);
        assertThat(text("SELECT count(*), min(customer_id), min(outcome), min(source),"
                        + " round(min(extract(epoch FROM occurred_at)) * 1000)::bigint FROM churn_outcome"))
                .isEqualTo("1|4|EXITED|FEED|" + left.toEpochMilli());
    }

    @Test
    @Order(8)
    void anErasedCustomerLeavesNoRowButTheAlert() throws Exception {
        send(new CustomerUpdate(
                "l-2", 2, now.plusMillis(10), UpdateOp.DELETE, "core-banking", CustomerProfile.UNKNOWN));
        send(upsert("l-3", 2, now.plusMillis(20), leavingCustomer()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetterReasons()).contains("erased"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("customer_churn WHERE customer_id = 2"))
                        .isZero());
        assertThat(count("churn_risk_history WHERE customer_id = 2")).isZero();
        assertThat(count("alert_history WHERE event_id = 'l-1' AND customer_id IS NULL"))
                .isEqualTo(1);
    }

    @Test
    @Order(8)
    void aBrokenModelIsRefusedVisiblyAndTheChampionGoesOnServing() throws Exception {
        promote("rf-broken", "broken".getBytes(StandardCharsets.UTF_8));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text("SELECT max(state || ' ' || reason) FROM model_status"
                                + " WHERE model_version = 'rf-broken'"))
                        .startsWith("REFUSED Not a PMML document"));
        send(patch("s-1", 1, now.plusMillis(1_000), only(ProfileField.AGE, 40)));

        awaitModelOf("s-1", SmallForest.VERSION);
        assertThat(text("SELECT state, reason FROM model_status WHERE model_version = 'rf-small'"))
                .isEqualTo("LOADED|");
    }

    @Test
    @Order(9)
    void aPromotedModelServesWithoutARestart() throws Exception {
        promote(SmallForest.CHALLENGER_VERSION, SmallForest.CHALLENGER_PMML);
        AtomicInteger number = new AtomicInteger();

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            int next = number.incrementAndGet();
            send(patch("p-" + next, 1, now.plusMillis(2_000 + next), only(ProfileField.BALANCE, 1.0 * next)));
            assertThat(count("churn_risk_history WHERE event_id LIKE 'p-%' AND model_version = 'rf-smaller'"))
                    .isPositive();
        });
    }

    private static void awaitModelOf(String eventId, String modelVersion) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text(
                                "SELECT max(model_version) FROM churn_risk_history WHERE event_id = '" + eventId + "'"))
                        .isEqualTo(modelVersion));
    }

    /** As a publisher does it: the row, and then the message. */
    private static void promote(String version, byte[] pmml) throws Exception {
        ModelPointer pointer = new ModelPointer(
                ModelRole.CHAMPION, version, Sha256.hex(pmml), Instant.now().plusSeconds(1));
        try (Connection connection = postgres.connect()) {
            SmallForest.promote(connection, pointer, pmml);
        }
        producer.send(new ProducerRecord<>(Topics.CONTROL, ControlJson.write(ControlMessage.of(pointer))))
                .get();
    }

    private static JobClient startJob() throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create(config());
        ChurnScoringJob.build(environment, config());
        return environment.executeAsync("test");
    }

    private static JobConfig config() {
        Map<String, String> environment = new TreeMap<>(postgres.environment());
        environment.putAll(kafka.environment());
        environment.put("CHURNWATCH_STATE_DIR", stateDir.toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        environment.put("CHURNWATCH_METRICS_PORT", Integer.toString(METRICS_PORT));
        environment.put("CHURNWATCH_CHECKPOINT_MILLIS", "500");
        return JobConfig.from(environment);
    }

    private static void send(CustomerUpdate update) throws Exception {
        send(json(update), update.customerId());
    }

    private static void send(String json, long key) throws Exception {
        producer.send(new ProducerRecord<>(
                        Topics.CUSTOMER_UPDATES,
                        Long.toString(key).getBytes(StandardCharsets.UTF_8),
                        json.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    private static String json(CustomerUpdate update) {
        return new String(CustomerUpdateJson.write(update), StandardCharsets.UTF_8);
    }

    private static List<String> deadLetterReasons() {
        return read(Topics.DEAD_LETTERS).stream()
                .map(record ->
                        new String(record.headers().lastHeader("cw_reason").value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static void awaitHistory(long rows) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("churn_risk_history")).isEqualTo(rows));
    }

    private static long count(String from) throws SQLException {
        return (long) number("SELECT count(*) FROM " + from);
    }

    private static double number(String sql) throws SQLException {
        return Double.parseDouble(text(sql));
    }

    /** The first row, its columns between bars. */
    private static String text(String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getString(i));
            }
            return String.join("|", columns);
        }
    }
}
