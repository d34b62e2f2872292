package io.churnwatch.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.bench.process.ModuleProcess;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.model.SmallForest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the job under a feed of 500 events a second: every event becomes one row or one dead letter. */
class KillJobIT {
    private static final int EVENTS = 9_000;

    @TempDir
    Path folder;

    @Test
    void theRowsEqualThoseOfAnIndependentReplayAfterTheJobWasKilledTwice() throws Exception {
        try (PostgresServer postgres = PostgresServer.temporary().migrate();
                KafkaServer kafka = KafkaServer.temporary();
                SteadyFeed feed = new SteadyFeed(
                        kafka.bootstrapServers(),
                        new RoughFeed(20261123, Instant.now().minusSeconds(60)));
                ModuleProcess job = ModuleProcess.job(environment(postgres, kafka), folder)) {
            try (Connection connection = postgres.connect()) {
                SmallForest.publish(connection);
                SmallForest.publishChallenger(connection);
            }
            job.start();
            feed.start();
            awaitHistory(postgres, 1_000);
            job.kill();
            job.start();
            awaitHistory(postgres, 4_000);
            job.kill();
            job.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> feed.sent() >= EVENTS);
            feed.stop();

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

    private static long history(PostgresServer postgres) throws Exception {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM churn_risk_history")) {
            row.next();
            return row.getLong(1);
        }
    }
}
