package io.churnwatch.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.Service;
import io.churnwatch.local.service.ServiceFolder;
import io.churnwatch.local.stack.FlinkCluster;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.SavepointStop;
import io.churnwatch.model.SmallForest;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.TestHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of everything that the job stands on, under a feed of 500 events a second: after each blow every event is one
 * row or one dead letter, and every row and alert is what an independent replay says. One life of a cluster, told in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long SEED = Long.getLong("churnwatch.kill.seed", System.nanoTime());

    @TempDir
    static Path folder;

    private static final Random RANDOM = new Random(SEED);
    private static ServiceFolder postgresFolder;
    private static ServiceFolder kafkaFolder;
    private static PostgresServer postgres;
    private static KafkaServer kafka;
    private static JobCluster cluster;
    private static SteadyFeed feed;

    @BeforeAll
    static void start() throws Exception {
        System.out.println("Kills at the moments of -Dchurnwatch.kill.seed=" + SEED);
        postgresFolder = ServiceFolder.at(folder.resolve("postgres"));
        kafkaFolder = ServiceFolder.at(folder.resolve("kafka"));
        postgres = MigratedPostgres.migrate(PostgresServer.start(postgresFolder, Ports.free()));
        kafka = KafkaServer.start(kafkaFolder, Ports.free());
        try (Connection connection = postgres.connect()) {
            SmallForest.publish(connection);
        }
        cluster = new JobCluster(folder, environment());
        cluster.start();
        feed = new SteadyFeed(
                kafka.bootstrapServers(), new RoughFeed(SEED, Instant.now().minusSeconds(600)));
    }

    @AfterAll
    static void stop() {
        feed.close();
        cluster.close();
        kafka.close();
        postgres.close();
    }

    @AfterEach
    void everyRowAndAlertEqualsThoseOfAnIndependentReplay() throws Exception {
        feed.stop();
        try (Connection connection = postgres.connect()) {
            Comparison comparison = new Verification(kafka.bootstrapServers(), TestHandles.on(connection)).run();
            System.out.println(comparison.report());

            assertThat(comparison.differences())
                    .as(comparison.report() + "\n" + cluster.logTails())
                    .isZero();
        }
    }

    @Test
    @Order(1)
    void aTaskManagerDiesThreeTimes() throws Exception {
        feed.start();
        for (int i = 0; i < 3; i++) {
            awaitSomeHistory();
            List<String> busy = cluster.flink().busyTaskManagers();
            String victim = busy.get(RANDOM.nextInt(busy.size()));
            cluster.kill(victim);
            cluster.start(victim);
        }
        awaitSomeHistory();

        assertThat(cluster.metrics().restarts()).isGreaterThanOrEqualTo(3);
    }

    @Test
    @Order(2)
    void theJobManagerDiesAndTheJobGoesOnFromItsLastCheckpoint() throws Exception {
        String before = cluster.awaitJob();
        feed.start();
        awaitSomeHistory();
        cluster.kill(FlinkCluster.JOB_MANAGER);
        cluster.start(FlinkCluster.JOB_MANAGER);
        awaitSomeHistory();

        assertThat(cluster.awaitJob()).isNotEqualTo(before);
    }

    @Test
    @Order(3)
    void postgresDiesAndTheJobWaitsForItWithoutFailing() throws Exception {
        long restarts = cluster.metrics().restarts();
        feed.start();
        awaitSomeHistory();
        kill(postgres);
        postgres = PostgresServer.start(postgresFolder, postgres.port());
        awaitSomeHistory();

        assertThat(cluster.metrics().restarts()).isEqualTo(restarts);
    }

    @Test
    @Order(4)
    void kafkaDiesAndTheJobWaitsForItWithoutFailing() throws Exception {
        long restarts = cluster.metrics().restarts();
        feed.start();
        awaitSomeHistory();
        kill(kafka);
        kafka = KafkaServer.start(kafkaFolder, kafka.port());
        awaitSomeHistory();

        assertThat(cluster.metrics().restarts()).isEqualTo(restarts);
    }

    @Test
    @Order(5)
    void anUpgradeGoesOnFromItsSavepointAndStopsNothingWhenThatFails() throws Exception {
        String job = cluster.awaitJob();
        feed.start();
        awaitSomeHistory();
        Path file = Files.createFile(folder.resolve("no-folder"));
        assertThatThrownBy(() -> savepointStop().stop(job, file.resolve("savepoints")))
                .hasMessageContaining("The savepoint failed, and the job goes on");
        awaitSomeHistory();

        String savepoint = savepointStop().stop(job, folder.resolve("state/savepoints"));
        assertThat(cluster.awaitEndOfJobManager()).isZero();
        cluster.start(FlinkCluster.JOB_MANAGER);
        awaitSomeHistory();

        assertThat(Files.readString(folder.resolve("jobmanager.log")))
                .containsPattern("Restoring from .*" + Path.of(savepoint).getFileName());
    }

    private static SavepointStop savepointStop() {
        return new SavepointStop(cluster.flink(), Progress.onStandardError());
    }

    private static void kill(Service service) {
        service.process().handle().destroyForcibly();
        service.process().handle().onExit().join();
    }

    /** Until a random number of rows more are there, at least as many as a second of the feed makes. */
    private static void awaitSomeHistory() throws Exception {
        long enough = history() + 400 + RANDOM.nextInt(800);
        await().atMost(PATIENCE).until(() -> history() >= enough);
    }

    private static long history() throws Exception {
        try (Connection connection = postgres.connect()) {
            return Sql.number(connection, "SELECT count(*) FROM churn_risk_history");
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.putAll(kafka.environment());
        environment.put("CHURNWATCH_STATE_DIR", folder.resolve("state").toString());
        environment.put("CHURNWATCH_RESTORE_LATEST", "true");
        environment.put("CHURNWATCH_CHECKPOINT_MILLIS", "1000");
        return environment;
    }
}
