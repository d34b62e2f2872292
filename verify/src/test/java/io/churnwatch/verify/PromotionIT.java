package io.churnwatch.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Topics;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.RedisServer;
import io.churnwatch.local.service.Service;
import io.churnwatch.local.stack.ModuleProcess;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.TestHandles;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.Promotion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new champion that differs by its seed alone, under a feed, with kill -9 of the API that has the customers scored again.
 */
class PromotionIT {
    private static final String NEXT = SmallForest.RESEEDED_VERSION;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 600;

    @TempDir
    Path folder;

    @Test
    void everyLatestScoreIsByTheNewChampionAndNoAlertCameOfIt() throws Exception {
        try (PostgresServer postgres = MigratedPostgres.temporary();
                KafkaServer kafka = KafkaServer.temporary();
                RedisServer redis = RedisServer.temporary();
                ModuleProcess api = ModuleProcess.api(environment(postgres, kafka, redis), folder);
                ModuleProcess job = ModuleProcess.job(environment(postgres, kafka, redis), folder);
                Connection database = postgres.connect();
                KafkaProducer<byte[], byte[]> feed = SteadyFeed.producer(kafka.bootstrapServers())) {
            SmallForest.publish(database);
            SmallForest.register(database, NEXT, SmallForest.RESEEDED_PMML);
            api.start();
            job.start();
            RoughFeed events = new RoughFeed(20261124, Instant.now().minusSeconds(60));
            send(feed, events);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Sql.number(database, "SELECT count(*) FROM churn_risk_history"))
                            .as(job::logTail)
                            .isGreaterThan(500));

            Promotion promotion = promote(database);
            String run = " FROM rescore_run WHERE promotion_id = " + promotion.id();
            await().atMost(PATIENCE).until(() -> Sql.number(database, "SELECT count(*)" + run + " AND sent > 0") == 1);
            api.kill();
            assertThat(Sql.number(database, "SELECT sent" + run))
                    .isLessThan(Sql.number(database, "SELECT customers" + run));
            send(feed, events);
            api.start();
            await().atMost(PATIENCE)
                    .until(() -> Sql.number(database, "SELECT count(*)" + run + " AND finished_at IS NOT NULL") == 1);

            Comparison comparison = new Verification(kafka.bootstrapServers(), TestHandles.on(database)).run();
            assertThat(comparison.differences())
                    .as(comparison.report() + "\n" + job.logTail())
                    .isZero();
            Rollups.awaitRight(database);
            assertThat(Sql.number(database, "SELECT count(*) FROM customer_risk WHERE model_version <> '" + NEXT + "'"))
                    .isZero();
            assertThat(Sql.number(
                            database,
                            "SELECT count(*) FROM customer_risk r WHERE NOT EXISTS ("
                                    + "SELECT FROM churn_risk_history h WHERE h.event_id = 'rescore-" + promotion.id()
                                    + "-' || r.customer_id AND h.cause = 'MODEL_CHANGE' AND h.data_change = 0)"))
                    .isZero();
            assertThat(Sql.number(database, "SELECT count(*) FROM alert_history"))
                    .isPositive();
            assertThat(Sql.number(
                            database, "SELECT count(*) FROM alert_history WHERE starts_with(event_id, 'rescore-')"))
                    .isZero();
        }
    }

    private Map<String, String> environment(Service... services) {
        Map<String, String> environment = OneProcess.environment(folder.resolve("state"), services);
        environment.put("CHURNWATCH_RESCORES_PER_SECOND", "50");
        return environment;
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, RoughFeed events) {
        for (int i = 0; i < EVENTS; i++) {
            RoughFeed.Message event = events.next();
            byte[] key = Long.toString(event.customerId()).getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(Topics.CUSTOMER_UPDATES, key, event.value()));
        }
        producer.flush();
    }

    private static Promotion promote(Connection database) throws Exception {
        database.setAutoCommit(false);
        Promotion promotion =
                ModelPromotions.promote(TestHandles.on(database), ModelRole.CHAMPION, NEXT, "test", "another seed");
        database.commit();
        database.setAutoCommit(true);
        return promotion;
    }
}
