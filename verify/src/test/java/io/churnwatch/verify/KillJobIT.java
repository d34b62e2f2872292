package io.churnwatch.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.Hang;
import io.churnwatch.Topics;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.ModuleProcess;
import io.churnwatch.model.SmallForest;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.TestHandles;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job dies under a feed of 500 events a second: every event becomes one row or one dead letter. */
class KillJobIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int EVENTS = 9_000;
    private static final List<String> WRITTEN = List.of(Topics.RISK_SCORED, Topics.RISK_ALERTS, Topics.DEAD_LETTERS);

    @TempDir
    Path folder;

    private PostgresServer postgres;
    private KafkaServer kafka;
    private Connection database;
    private SteadyFeed feed;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws Exception {
        postgres = MigratedPostgres.temporary();
        kafka = KafkaServer.temporary();
        environment = OneProcess.environment(folder.resolve("state"), postgres, kafka);
        database = postgres.connect();
        SmallForest.publish(database);
        SmallForest.publishChallenger(database);
        feed = new SteadyFeed(
                kafka.bootstrapServers(), new RoughFeed(20261123, Instant.now().minusSeconds(60)));
    }

    @AfterEach
    void stop() throws Exception {
        feed.close();
        database.close();
        kafka.close();
        postgres.close();
    }

    @Test
    void afterTwoKillsTheRowsAreThoseOfAnIndependentReplayAndWhatWasPublishedTwiceIsTheSame() throws Exception {
        try (ModuleProcess job = job()) {
            job.start();
            feed.start();
            awaitHistory(job, 1_000);
            job.kill();
            job.start();
            awaitHistory(job, 4_000);
            job.kill();
            job.start();
            await().atMost(PATIENCE).until(() -> feed.sent() >= EVENTS);
            feed.stop();

            assertThatAllIsAsReplayed(job);
            for (String topic : WRITTEN) {
                assertThat(published(topic).contradictory()).as(topic).isEmpty();
            }
        }
    }

    @Test
    @SuppressWarnings("try") // a hang is over when it is closed; there is nothing else to do with it
    void withTransactionsWhatIsPublishedIsThereOnceAfterAKillAndADatabaseThatHungUntilTheJobGaveUp() throws Exception {
        environment.put("CHURNWATCH_EXACTLY_ONCE", "true");
        environment.put("CHURNWATCH_DATABASE_PATIENCE_SECONDS", "8");
        try (ModuleProcess job = job()) {
            job.start();
            feed.start();
            awaitHistory(job, 1_000);
            job.kill();
            job.start();
            awaitHistory(job, 2_500);
            try (Hang server = Hang.of(postgres.process().handle())) {
                feed.stop();
                await().atMost(PATIENCE)
                        .until(() -> OneProcess.metrics(environment).restarts() > 0);
            }

            assertThatAllIsAsReplayed(job);
            awaitPublished(Topics.RISK_SCORED, "SELECT event_id FROM churn_risk_history");
            awaitPublished(Topics.RISK_ALERTS, "SELECT alert_id::text FROM alert_history");
            for (String topic : WRITTEN) {
                assertThat(published(topic).repeated()).as(topic).isEmpty();
                assertThat(published(topic).ids()).as(topic).isNotEmpty();
            }
        }
    }

    private ModuleProcess job() {
        return ModuleProcess.job(environment, folder);
    }

    private void assertThatAllIsAsReplayed(ModuleProcess job) throws Exception {
        Comparison comparison = new Verification(kafka.bootstrapServers(), TestHandles.on(database)).run();
        System.out.println(comparison.report());
        assertThat(comparison.differences())
                .as(comparison.report() + "\n" + job.logTail())
                .isZero();
    }

    private Published published(String topic) {
        return Published.in(topic, kafka.bootstrapServers());
    }

    /** What is in a table, once its transaction is committed. */
    private void awaitPublished(String topic, String ids) {
        await().atMost(PATIENCE).until(() -> published(topic).ids().containsAll(Sql.column(database, ids)));
    }

    /** Says what the job logged last, if it does not come so far. */
    private void awaitHistory(ModuleProcess job, long rows) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(history()).as(job::logTail).isGreaterThanOrEqualTo(rows));
    }

    private long history() throws Exception {
        return Sql.number(database, "SELECT count(*) FROM churn_risk_history");
    }
}
