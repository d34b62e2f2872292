package io.churnwatch.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Sha256;
import io.churnwatch.Topics;
import io.churnwatch.bench.process.ModuleProcess;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.RedisServer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.model.registry.Promotion;
import io.churnwatch.model.registry.Promotions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new champion under a feed, with kill -9 of the API that has the customers scored again. */
class PromotionIT {
    private static final String NEXT = "rf-nine-trees";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 600;

    @TempDir
    Path folder;

    @Test
    void everyLatestScoreIsByTheNewChampionAndNoAlertCameOfIt() throws Exception {
        try (PostgresServer postgres = PostgresServer.temporary().migrate();
                KafkaServer kafka = KafkaServer.temporary();
                RedisServer redis = RedisServer.temporary();
                ModuleProcess api = ModuleProcess.api(environment(postgres, kafka, redis), folder);
                ModuleProcess job = ModuleProcess.job(environment(postgres, kafka, redis), folder);
                Connection database = postgres.connect();
                KafkaProducer<byte[], byte[]> feed = producer(kafka)) {
            SmallForest.publish(database);
            addNineTrees(database);
            api.start();
            job.start();
            RoughFeed events = new RoughFeed(20261124, Instant.now().minusSeconds(60));
            send(feed, events);
            await().atMost(PATIENCE).until(() -> number(database, "SELECT count(*) FROM churn_risk_history") > 500);

            Promotion promotion = promote(database);
            String run = " FROM rescore_run WHERE promotion_id = " + promotion.id();
            await().atMost(PATIENCE).until(() -> number(database, "SELECT count(*)" + run + " AND sent > 0") == 1);
            api.kill();
            assertThat(number(database, "SELECT sent" + run)).isLessThan(number(database, "SELECT customers" + run));
            send(feed, events);
            api.start();
            await().atMost(PATIENCE)
                    .until(() -> number(database, "SELECT count(*)" + run + " AND finished_at IS NOT NULL") == 1);

            Comparison comparison = new Verification(kafka.bootstrapServers(), database).run();
            assertThat(comparison.differences())
                    .as(comparison.report() + "\n" + job.logTail())
                    .isZero();
            assertThat(number(database, "SELECT count(*) FROM customer_risk WHERE model_version <> '" + NEXT + "'"))
                    .isZero();
            assertThat(number(
                            database,
                            "SELECT count(*) FROM customer_risk r WHERE NOT EXISTS ("
                                    + "SELECT FROM churn_risk_history h WHERE h.event_id = 'rescore-" + promotion.id()
                                    + "-' || r.customer_id AND h.cause = 'MODEL_CHANGE' AND h.data_change = 0)"))
                    .isZero();
            assertThat(number(database, "SELECT count(*) FROM alert_history")).isPositive();
            assertThat(number(database, "SELECT count(*) FROM alert_history WHERE starts_with(event_id, 'rescore-')"))
                    .isZero();
        }
    }

    private Map<String, String> environment(PostgresServer postgres, KafkaServer kafka, RedisServer redis) {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.putAll(kafka.environment());
        environment.putAll(redis.environment());
        environment.put("CHURNWATCH_STATE_DIR", folder.resolve("state").toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        environment.put("CHURNWATCH_CHECKPOINT_MILLIS", "1000");
        environment.put("CHURNWATCH_RESCORES_PER_SECOND", "50");
        return environment;
    }

    private static KafkaProducer<byte[], byte[]> producer(KafkaServer kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, RoughFeed events) {
        for (int i = 0; i < EVENTS; i++) {
            RoughFeed.Message event = events.next();
            byte[] key = Integer.toString(event.customerId()).getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(Topics.CUSTOMER_UPDATES, key, event.value()));
        }
        producer.flush();
    }

    /** The small forest without one tree: about what another seed makes of it. */
    private static void addNineTrees(Connection database) throws SQLException {
        byte[] pmml = new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceFirst("(?s)<Segment id=\"1\">.*?</Segment>", "")
                .replaceFirst("(?s)<ModelVerification .*</ModelVerification>", "")
                .getBytes(StandardCharsets.UTF_8);
        try (PreparedStatement insert = database.prepareStatement("""
                INSERT INTO model_version (model_version, algorithm, pmml_gzip, sha256, metrics, features,
                    training_rows, training_data_hash)
                VALUES (?, 'random-forest', ?, ?, '{}', '[]', 1, repeat('0', 64))""")) {
            insert.setString(1, NEXT);
            insert.setBytes(2, SmallForest.gzip(pmml));
            insert.setString(3, Sha256.hex(pmml));
            insert.executeUpdate();
        }
    }

    private static Promotion promote(Connection database) throws Exception {
        database.setAutoCommit(false);
        Promotion promotion = Promotions.promote(database, ModelRole.CHAMPION, NEXT, "test", "another seed");
        database.commit();
        database.setAutoCommit(true);
        return promotion;
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
