package io.churnwatch.stream.rollup;

import static io.churnwatch.stream.rollup.ResultFixture.TEN;
import static io.churnwatch.stream.rollup.ResultFixture.alerted;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.risk.AlertType;
import io.churnwatch.stream.score.CustomerResult;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountAlertsTest {
    private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

    private RollupHarness<CustomerResult, RollupRow> harness;

    @BeforeEach
    void open() throws Exception {
        harness = RollupHarness.ofAlerts(null);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void alertsAreCountedByTypeAndHourOfLogTime() throws Exception {
        send(AlertType.HIGH_RISK, TEN);
        send(AlertType.HIGH_RISK, ELEVEN.minusMillis(1));
        send(AlertType.HIGH_RISK, ELEVEN);
        send(AlertType.RISK_INCREASE, TEN);

        harness.setClock(1_000);

        assertThat(harness.take())
                .containsExactlyInAnyOrder(
                        count(TEN, AlertType.HIGH_RISK, 2),
                        count(ELEVEN, AlertType.HIGH_RISK, 1),
                        count(TEN, AlertType.RISK_INCREASE, 1));
    }

    @Test
    void theCountGoesOnAfterARestoreAndAllOfItIsWrittenOnce() throws Exception {
        send(AlertType.HIGH_RISK, TEN);
        send(AlertType.HIGH_RISK, ELEVEN);
        harness.setClock(1_000);
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();
        harness = RollupHarness.ofAlerts(snapshot);

        send(AlertType.HIGH_RISK, TEN);
        harness.setClock(2_000);

        assertThat(harness.take())
                .containsExactlyInAnyOrder(count(TEN, AlertType.HIGH_RISK, 2), count(ELEVEN, AlertType.HIGH_RISK, 1));

        send(AlertType.HIGH_RISK, TEN);
        harness.setClock(3_000);

        assertThat(harness.take()).containsExactly(count(TEN, AlertType.HIGH_RISK, 3));
    }

    private void send(AlertType type, Instant raisedAt) throws Exception {
        harness.send(alerted(type, raisedAt), raisedAt);
    }

    private static RollupRow count(Instant hour, AlertType type, long alerts) {
        return RollupRow.of(new AlertCountRow(hour, type, alerts));
    }
}
