package io.churnwatch.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Sha256;
import io.churnwatch.Topics;
import io.churnwatch.feed.CustomerFixture;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.ModuleProcess;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.TestHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty new champions, a corrupt one among them and other alert configurations, under a feed of 500 events a second; and what
 * a job that remembers nothing makes of the same topic. One life of a job and the next one's, told in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelSwapsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SWAPS = 20;
    private static final int SECONDS_AHEAD = (int) Steering.AHEAD.toSeconds();
    private static final String CORRUPT = "rf-corrupt";
    private static final String LATE_VERSIONS = "flink_taskmanager_job_task_operator_churnwatch_late_versions";

    @TempDir
    static Path folder;

    private static PostgresServer postgres;
    private static KafkaServer kafka;
    private static Connection database;
    private static Map<String, String> environment;
    private static ModuleProcess job;

    @BeforeAll
    static void start() throws Exception {
        postgres = MigratedPostgres.temporary();
        kafka = KafkaServer.temporary();
        database = postgres.connect();
        SmallForest.publish(database);
        SmallForest.promote(
                database,
                new ModelPointer(
                        ModelRole.CHALLENGER,
                        SmallForest.RESEEDED_VERSION,
                        Sha256.hex(SmallForest.RESEEDED_PMML),
                        Instant.now()),
                SmallForest.RESEEDED_PMML);
        startJob("first");
    }

    @AfterAll
    static void stop() throws Exception {
        job.close();
        database.close();
        kafka.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void noEventIsLostAndEachIsJudgedByTheVersionsOfItsLogTime() throws Exception {
        try (SteadyFeed feed = new SteadyFeed(
                kafka.bootstrapServers(), new RoughFeed(20261125, Instant.now().minusSeconds(600)))) {
            feed.start();
            swap(feed, new Steering(database, feed.producer()));
            awaitEvents(feed, SECONDS_AHEAD + 2); // the last version comes into force
            feed.stop();
        }
        await().atMost(PATIENCE).until(() -> history("model_version = '" + version(SWAPS) + "'") > 100);

        assertThatAllIsAsReplayed();
        assertThat(Sql.number(database, "SELECT count(DISTINCT model_version) FROM churn_risk_history"))
                .as("champions that judged at least one event")
                .isGreaterThan(SWAPS / 2);
        assertThat(Sql.number(database, "SELECT count(DISTINCT config_version) FROM churn_risk_history"))
                .isGreaterThan(2);
        assertThat(Sql.text(
                        database,
                        "SELECT state || ': ' || reason FROM model_status WHERE model_version = '" + CORRUPT + "'"))
                .startsWith("REFUSED: ");
    }

    @Test
    @Order(2)
    void aFreshJobOverTheWholeTopicWritesTheSameRowsAndAlerts() throws Exception {
        Rollups.awaitRight(database);
        Projection before = Projection.of(database);
        assertThat(before.rows()).hasSizeGreaterThan(SWAPS * SteadyFeed.EVENTS_PER_SECOND / 2);
        job.close();
        long rows = history("true");
        Projection.empty(database);

        startJob("fresh");
        await().atMost(PATIENCE).until(() -> history("true") >= rows);

        assertThatAllIsAsReplayed();
        Rollups.awaitRight(database);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(before.differences(Projection.of(database))).isEmpty());
    }

    @Test
    @Order(3)
    void aVersionThatArrivesAfterItsTimeAppliesAtOnceAndIsCounted() throws Exception {
        assertThat(OneProcess.metrics(environment).sum(LATE_VERSIONS))
                .as("the history had brought all")
                .isZero();
        Instant latest = Instant.ofEpochMilli(Sql.number(
                database, "SELECT (1000 * extract(epoch FROM max(logged_at)))::bigint FROM churn_risk_history"));
        long late;
        try (KafkaProducer<byte[], byte[]> producer = SteadyFeed.producer(kafka.bootstrapServers())) {
            late = new Steering(database, producer).configure(0.01, 0.01, latest.minusMillis(1));
            await().atMost(PATIENCE).until(() -> OneProcess.metrics(environment).sum(LATE_VERSIONS) > 0);
            byte[] upsert = CustomerUpdateJson.write(
                    CustomerFixture.upsert("after-all", 9_999, Instant.now(), CustomerFixture.loyalCustomer()));
            producer.send(new ProducerRecord<>(Topics.CUSTOMER_UPDATES, upsert)).get();
        }

        await().atMost(PATIENCE).until(() -> history("event_id = 'after-all'") == 1);
        assertThat(Sql.number(database, "SELECT config_version FROM churn_risk_history WHERE event_id = 'after-all'"))
                .isEqualTo(late);
    }

    /** A swap and a corrupt model half way, each as many events after the one before as the feed sends in a second. */
    private static void swap(SteadyFeed feed, Steering steering) throws Exception {
        for (int number = 1; number <= SWAPS; number++) {
            awaitEvents(feed, 1);
            steering.promote(version(number), pmml(number));
            if (number == SWAPS / 2) {
                steering.promote(CORRUPT, "<PMML".getBytes(StandardCharsets.UTF_8));
            }
            if (number % 5 == 0) {
                steering.configure(0.3 + number / 100.0, 0.05 + number / 200.0, Steering.soon());
            }
        }
    }

    /** As many as the feed sends in so many seconds, if this machine has time for it. */
    private static void awaitEvents(SteadyFeed feed, int seconds) {
        int enough = feed.sent() + seconds * SteadyFeed.EVENTS_PER_SECOND;
        await().atMost(PATIENCE).until(() -> feed.sent() >= enough);
    }

    private static long history(String condition) throws Exception {
        return Sql.number(database, "SELECT count(*) FROM churn_risk_history WHERE " + condition);
    }

    private static String version(int number) {
        return "rf-swap-" + number;
    }

    /** Of two seeds by turns, without another tree each time. */
    private static byte[] pmml(int number) {
        byte[] whole = number % 2 == 0 ? SmallForest.PMML : SmallForest.RESEEDED_PMML;
        return SmallForest.withoutTree(whole, 1 + (number - 1) / 2);
    }

    private static void assertThatAllIsAsReplayed() throws Exception {
        Comparison comparison = new Verification(kafka.bootstrapServers(), TestHandles.on(database)).run();
        System.out.println(comparison.report());
        assertThat(comparison.differences())
                .as(comparison.report() + "\n" + job.logTail())
                .isZero();
    }

    /** With a state of its own. */
    private static void startJob(String name) {
        environment = OneProcess.environment(folder.resolve(name), postgres, kafka);
        job = ModuleProcess.job(environment, folder);
        job.start();
    }
}
