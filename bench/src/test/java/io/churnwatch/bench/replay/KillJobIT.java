package io.churnwatch.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Topics;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.model.SmallForest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the job under a feed of 500 events a second: every event becomes one row or one dead letter. */
class KillJobIT {
    private static final int EVENTS = 9_000;
    private static final int EVENTS_PER_SECOND = 500;
    private static final int TICKS_PER_SECOND = 20;

    @TempDir
    Path folder;

    @Test
    void theRowsEqualThoseOfAnIndependentReplayAfterTheJobWasKilledTwice() throws Exception {
        try (PostgresServer postgres = PostgresServer.temporary().migrate();
                KafkaServer kafka = KafkaServer.temporary();
                JobProcess job = new JobProcess(environment(postgres, kafka), folder)) {
            try (Connection connection = postgres.connect()) {
                SmallForest.publish(connection);
                SmallForest.publishChallenger(connection);
            }
            job.start();
            AtomicInteger sent = feed(kafka);
            awaitHistory(postgres, 1_000);
            job.kill();
            job.start();
            awaitHistory(postgres, 4_000);
            job.kill();
            job.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> sent.get() == EVENTS);

            try (Connection connection = postgres.connect()) {
                Comparison comparison = new Verification(kafka.bootstrapServers(), connection).run();
                System.out.println(comparison.report());

                assertThat(comparison.differences())
                        .as(comparison.report() + "\n" + job.logTail())
                        .isZero();
            }
        }
    }

    private static void awaitHistory(PostgresServer postgres, int rows) {
        await().atMost(Duration.ofSeconds(90)).until(() -> history(postgres) >= rows);
    }

    private Map<String, String> environment(PostgresServer postgres, KafkaServer kafka) {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.putAll(kafka.environment());
        environment.put("CHURNWATCH_STATE_DIR", folder.resolve("state").toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        environment.put("CHURNWATCH_CHECKPOINT_MILLIS", "1000");
        return environment;
    }

    /** Sends at a steady rate until all events are sent; the count goes up as Kafka acknowledges them. */
    private static AtomicInteger feed(KafkaServer kafka) {
        RoughFeed feed = new RoughFeed(20261123, Instant.now().minusSeconds(60));
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger started = new AtomicInteger();
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        var unused = clock.scheduleAtFixedRate(
                () -> {
                    for (int i = 0; i < EVENTS_PER_SECOND / TICKS_PER_SECOND && started.get() < EVENTS; i++) {
                        started.incrementAndGet();
                        send(producer, feed.next(), acknowledged);
                    }
                    if (acknowledged.get() == EVENTS) {
                        clock.shutdown();
                        producer.close();
                    }
                },
                0,
                1_000 / TICKS_PER_SECOND,
                TimeUnit.MILLISECONDS);
        return acknowledged;
    }

    private static void send(
            KafkaProducer<byte[], byte[]> producer, RoughFeed.Message message, AtomicInteger acknowledged) {
        byte[] key = Integer.toString(message.customerId()).getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(
                new ProducerRecord<>(Topics.CUSTOMER_UPDATES, key, message.value()), (metadata, error) -> {
                    if (error == null) {
                        acknowledged.incrementAndGet();
                    }
                });
    }

    private static long history(PostgresServer postgres) throws Exception {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM churn_risk_history")) {
            row.next();
            return row.getLong(1);
        }
    }
}
