package io.churnwatch.store.outcome;

import static io.churnwatch.risk.AlertType.HIGH_RISK;
import static io.churnwatch.risk.AlertType.RISK_INCREASE;
import static io.churnwatch.store.outcome.Outcome.EXITED;
import static io.churnwatch.store.outcome.Outcome.STAYED;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.TestHandles;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertQualityIT {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(90);

    private final PostgresServer server = PostgresServer.temporary();
    private Connection connection;
    private PastAlerts past;

    @BeforeAll
    void migrate() throws SQLException {
        connection = MigratedPostgres.migrate(server).connect();
        past = new PastAlerts(connection);
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @BeforeEach
    void tenCustomers() throws SQLException {
        past.reset(10);
    }

    @Test
    void withoutAlertsAndOutcomesThereIsNothingToTell() throws SQLException {
        AlertQuality quality = judge();

        assertThat(quality.isEmpty()).isTrue();
        assertThat(quality.overall().precision()).isNull();
        assertThat(quality.byRule()).extracting(AlertFigures::rule).containsExactly(HIGH_RISK, RISK_INCREASE);
        assertThat(quality.byThreshold()).isEmpty();
        assertThat(quality.byModel()).isEmpty();
    }

    @Test
    void anAlertIsAHitAFalseAlarmTooYoungOrOfSomebodyErased() throws SQLException {
        past.alert(1, HIGH_RISK, daysAgo(100), "rf-1", 1);
        past.outcome(1, EXITED, daysAgo(20));
        past.alert(2, HIGH_RISK, daysAgo(100), "rf-1", 1);
        past.outcome(2, EXITED, daysAgo(5));
        past.alert(3, HIGH_RISK, daysAgo(90), "rf-1", 1);
        past.alert(4, HIGH_RISK, daysAgo(89), "rf-1", 1);
        past.alert(5, HIGH_RISK, daysAgo(89), "rf-1", 1);
        past.outcome(5, EXITED, daysAgo(79));
        past.alert(null, HIGH_RISK, daysAgo(100), "rf-1", 1);

        AlertFigures figures = judge().overall();

        assertThat(figures.hits()).isEqualTo(2);
        assertThat(figures.falseAlarms()).isEqualTo(2);
        assertThat(figures.immature()).isEqualTo(1);
        assertThat(figures.erased()).isEqualTo(1);
        assertThat(figures.alerts()).isEqualTo(6);
        assertThat(figures.precision()).isEqualTo(0.5);
        assertThat(figures.exits()).isEqualTo(3);
        assertThat(figures.foreseen())
                .as("that of customer 2 came 95 days later")
                .isEqualTo(2);
        assertThat(figures.leadDaysMedian()).isEqualTo((80 + 10) / 2.0);
        assertThat(figures.leadDaysP10()).isEqualTo(10 + 0.1 * 70);
        assertThat(figures.leadDaysP90()).isEqualTo(10 + 0.9 * 70);
    }

    @Test
    void anExitThatSeveralTellOfIsOneAndTheFirstAlertGivesItsLeadTime() throws SQLException {
        past.alert(1, RISK_INCREASE, daysAgo(80), "rf-1", 1);
        past.alert(1, HIGH_RISK, daysAgo(60), "rf-1", 1);
        past.outcome(1, EXITED, daysAgo(50));
        past.outcome(1, EXITED, daysAgo(20));
        past.alert(1, HIGH_RISK, daysAgo(30), "rf-1", 1);

        AlertQuality quality = judge();

        assertThat(quality.overall().exits()).isEqualTo(1);
        assertThat(quality.overall().leadDaysMedian()).isEqualTo(30);
        assertThat(quality.overall().hits())
                .as("the last alert came after the exit")
                .isEqualTo(2);
        assertThat(quality.byRule()).extracting(AlertFigures::leadDaysMedian).containsExactly(10.0, 30.0);
    }

    @Test
    void whoStayedInBetweenLeftTwice() throws SQLException {
        past.score(1, daysAgo(100), "rf-1", 1);
        past.outcome(1, EXITED, daysAgo(50));
        past.outcome(1, STAYED, daysAgo(30));
        past.outcome(1, EXITED, daysAgo(10));

        assertThat(judge().overall().exits()).isEqualTo(2);
        assertThat(judge().stays()).isEqualTo(1);
    }

    @Test
    void anExitThatNoAlertCouldForeseeIsNobodysMiss() throws SQLException {
        past.outcome(1, EXITED, daysAgo(10));
        past.outcome(2, EXITED, daysAgo(10));
        past.score(2, daysAgo(9), "rf-1", 1);
        past.outcome(3, EXITED, daysAgo(10));
        past.score(3, daysAgo(300), "rf-1", 1);
        past.execute("INSERT INTO alert_configuration (id, is_enabled, effective_at, updated_by)"
                + " VALUES (3, FALSE, 'epoch', 'a test')");
        past.outcome(4, EXITED, daysAgo(10));
        past.score(4, daysAgo(20), "rf-1", 3);

        AlertQuality quality = judge();

        assertThat(quality.overall().exits()).isEqualTo(1);
        assertThat(quality.overall().recall()).isEqualTo(0);
        assertThat(quality.unwatchedExits()).isEqualTo(3);
    }

    @Test
    void anExitIsAskedOfTheModelsAndThresholdsThatScoredTheCustomerInTheHorizon() throws SQLException {
        past.score(1, daysAgo(300), "rf-0", 1);
        past.score(1, daysAgo(200), "rf-1", 1);
        past.alert(1, HIGH_RISK, daysAgo(50), "rf-2", 2);
        past.outcome(1, EXITED, daysAgo(10));

        AlertQuality quality = judge();

        assertThat(quality.byModel()).extracting(AlertFigures::modelVersion).containsExactly("rf-1", "rf-2");
        assertThat(quality.byModel()).extracting(AlertFigures::recall).containsExactly(0.0, 1.0);
        assertThat(quality.byThreshold())
                .extracting(figures -> figures.rule() + " " + figures.threshold() + " " + figures.foreseen())
                .containsExactly("HIGH_RISK 0.5 1", "HIGH_RISK 0.7 0", "RISK_INCREASE 20.0 0");
    }

    @Test
    void whatWasBeforeIsLeftOutButAnAlertBeforeMayForesee() throws SQLException {
        past.alert(1, HIGH_RISK, daysAgo(100), "rf-1", 1);
        past.outcome(1, EXITED, daysAgo(40));
        past.alert(2, HIGH_RISK, daysAgo(200), "rf-1", 1);
        past.outcome(2, EXITED, daysAgo(180));

        AlertQuality quality = AlertQualities.judge(TestHandles.on(connection), daysAgo(60), NOW, HORIZON);

        assertThat(quality.overall().alerts()).isZero();
        assertThat(quality.overall().exits()).isEqualTo(1);
        assertThat(quality.overall().foreseen()).isEqualTo(1);
    }

    @Test
    void ofAPastWindowWhatIsAfterItIsLeftOutToo() throws SQLException {
        past.alert(1, HIGH_RISK, daysAgo(100), "rf-1", 1);
        past.outcome(1, EXITED, daysAgo(40));
        past.alert(2, HIGH_RISK, daysAgo(90), "rf-1", 1);
        past.outcome(3, EXITED, daysAgo(95));
        past.score(3, daysAgo(99), "rf-2", 1);

        List<AlertFigures> figures =
                AlertQualities.byModel(TestHandles.on(connection), daysAgo(100), daysAgo(90), HORIZON);

        assertThat(figures).extracting(AlertFigures::modelVersion).containsExactly("rf-1", "rf-2");
        assertThat(figures).extracting(AlertFigures::hits).containsExactly(1L, 0L);
        assertThat(figures).extracting(AlertFigures::alerts).containsExactly(1L, 0L);
        assertThat(figures).extracting(AlertFigures::exits).containsExactly(0L, 1L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theStatementsCountAsTheDefinitionsSay(long seed) throws SQLException {
        PlainJudgement plain = new PlainJudgement(NOW, HORIZON);
        plain.live(seed, past);

        AlertQuality quality = judge();

        assertThat(plain.differences(quality)).isEmpty();
    }

    private AlertQuality judge() throws SQLException {
        return AlertQualities.judge(TestHandles.on(connection), null, NOW, HORIZON);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
