package io.churnwatch.training.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.TestHandles;
import io.churnwatch.store.drift.RealisedQuality;
import io.churnwatch.store.drift.RealisedQuality.Alerts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What became of past scores and alerts, on a real PostgreSQL. The window is the week that ended ninety days ago. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RealisedEvaluationIT {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final int IN_WINDOW = 95;
    private static final RealisedEvaluation EVALUATION =
            new RealisedEvaluation(Duration.ofDays(7), Duration.ofDays(90), 20);

    private final PostgresServer server = PostgresServer.temporary();
    private Connection connection;
    private int events;

    @BeforeAll
    void migrate() throws SQLException {
        connection = MigratedPostgres.migrate(server).connect();
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        server.close();
    }

    /** Of forty customers, the last twenty have a high score, and of these the last ten leave. */
    @BeforeEach
    void fortyCustomers() throws SQLException {
        execute("TRUNCATE customer_churn, alert_history CASCADE");
        execute("INSERT INTO customer_churn (customer_id) SELECT generate_series(1, 40)");
        for (int customer = 1; customer <= 40; customer++) {
            score(customer, customer > 20 ? 0.8 : 0.2, "rf-1", IN_WINDOW);
            if (customer > 30) {
                outcome(customer, "EXITED", 50);
            }
        }
    }

    @Test
    void scoresAreHeldAgainstTheExitsWithinTheHorizon() throws SQLException {
        RealisedQuality.Scores scores = only(look("rf-1")).scores();

        assertThat(scores.customers()).isEqualTo(40);
        assertThat(scores.exited()).isEqualTo(10);
        assertThat(scores.rocAuc()).isCloseTo((20 + 10 / 2.0) / 30, within(1e-12));
        assertThat(scores.brier()).isCloseTo((20 * 0.04 + 10 * 0.64 + 10 * 0.04) / 40, within(1e-12));
        assertThat(scores.tooFew()).isNull();
        assertThat(scores.immature()).isZero();
    }

    @Test
    void theWindowIsThatOfTheLookAHorizonEarlier() throws SQLException {
        RealisedQuality quality = only(look("rf-1"));

        assertThat(quality.windowFrom()).isEqualTo(daysAgo(97));
        assertThat(quality.windowTo()).isEqualTo(daysAgo(90));
        assertThat(quality.horizonDays()).isEqualTo(90);
    }

    @Test
    void theNewestScoreInTheWindowCountsAndWhatIsYoungerIsImmature() throws SQLException {
        score(1, 0.9, "rf-1", 92);
        score(1, 0.1, "rf-1", 89);
        score(2, 0.9, "rf-1", 98);

        RealisedQuality.Scores scores = only(look("rf-1")).scores();

        assertThat(scores.customers()).isEqualTo(40);
        assertThat(scores.immature()).isEqualTo(1);
        assertThat(scores.rocAuc()).as("one who stayed is above all").isCloseTo((19 + 10 / 2.0) / 30, within(1e-12));
    }

    @Test
    void anExitAfterTheHorizonIsAStay() throws SQLException {
        outcome(1, "EXITED", 4);

        assertThat(only(look("rf-1")).scores().exited()).isEqualTo(10);
    }

    @Test
    void whoHadLeftBeforeTheScoreIsNotJudgedUnlessTheyHadComeBack() throws SQLException {
        outcome(1, "EXITED", 96);
        outcome(2, "EXITED", 97);
        outcome(2, "STAYED", 96);

        assertThat(only(look("rf-1")).scores().customers()).isEqualTo(39);
    }

    @Test
    void whoHasLeftNobodyKnowsWhenIsNotJudged() throws SQLException {
        execute("UPDATE customer_churn SET exited = TRUE WHERE customer_id IN (1, 40)");

        RealisedQuality.Scores scores = only(look("rf-1")).scores();

        assertThat(scores.customers()).as("of customer 40 it is known").isEqualTo(39);
        assertThat(scores.exited()).isEqualTo(10);
    }

    @Test
    void tooFewAreNotJudgedAndSaidToBe() throws SQLException {
        score(1, 0.5, "rf-2", IN_WINDOW);
        execute("DELETE FROM churn_outcome WHERE customer_id = 40");

        List<RealisedQuality> realised = look("rf-3");

        assertThat(realised).extracting(RealisedQuality::modelVersion).containsExactly("rf-1", "rf-2", "rf-3");
        assertThat(realised)
                .extracting(quality -> quality.scores().tooFew())
                .containsExactly(
                        "9 of 40 customers left, and fewer than 10 of either kind are not judged",
                        "1 customers, and fewer than 20 are not judged",
                        "0 customers, and fewer than 20 are not judged");
        assertThat(realised).allSatisfy(quality -> {
            assertThat(quality.scores().rocAuc()).isNull();
            assertThat(quality.scores().brier()).isNull();
        });
        assertThat(realised.get(2).alerts()).isEqualTo(Alerts.NONE);
    }

    @Test
    void alertsAndExitsOfTheWindowAreJudgedByTheModelOfThatTime() throws SQLException {
        alert(40, "rf-1", IN_WINDOW); // left 45 days later
        alert(1, "rf-1", IN_WINDOW); // stayed
        alert(39, "rf-1", 60); // left, but is not of the window
        score(2, 0.9, "rf-1", 100);
        alert(2, "rf-1", 100);
        outcome(2, "EXITED", 94);

        Alerts alerts = only(look("rf-1")).alerts();

        assertThat(alerts).isEqualTo(new Alerts(1, 1, 0.5, 1, 1, 1.0, 6.0));
    }

    private List<RealisedQuality> look(String champion) throws SQLException {
        return EVALUATION.at(NOW, champion, TestHandles.on(connection));
    }

    private static RealisedQuality only(List<RealisedQuality> realised) {
        assertThat(realised).hasSize(1);
        return realised.get(0);
    }

    private void score(int customer, double probability, String model, int daysAgo) throws SQLException {
        events++;
        execute("""
                INSERT INTO churn_risk_history (customer_id, churn_probability, event_id, sequence, logged_at,
                    model_version, config_version, features, cause, scored_at)
                VALUES (%d, %s, 'event-%d', %d, '%s', '%s', 1, '{}', 'UPDATE', now())""".formatted(customer, probability, events, 1_000 - daysAgo, daysAgo(daysAgo), model));
    }

    private void alert(int customer, String model, int daysAgo) throws SQLException {
        execute("""
                INSERT INTO alert_history (customer_id, alert_type, message, alert_id, raised_at, model_version,
                    config_version) VALUES (%d, 'HIGH_RISK', '{}', gen_random_uuid(), '%s', '%s', 1)""".formatted(customer, daysAgo(daysAgo), model));
    }

    private void outcome(int customer, String outcome, int daysAgo) throws SQLException {
        execute("""
                INSERT INTO churn_outcome (customer_id, outcome, occurred_at, source, recorded_by)
                VALUES (%d, '%s', '%s', 'CSV', 'a test')""".formatted(customer, outcome, daysAgo(daysAgo)));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
