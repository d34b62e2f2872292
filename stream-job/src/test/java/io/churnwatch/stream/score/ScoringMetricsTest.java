package io.churnwatch.stream.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.RejectionReason;
import io.churnwatch.risk.AlertType;
import io.churnwatch.stream.RegisteredMetrics;
import io.churnwatch.stream.rollup.ResultFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScoringMetricsTest {
    private final RegisteredMetrics shown = new RegisteredMetrics();
    private final ScoringMetrics metrics = new ScoringMetrics(shown.group());

    @Test
    void eachAlertIsCountedByItsType() {
        metrics.accepted(ResultFixture.alerted(AlertType.RISK_INCREASE, ResultFixture.TEN));
        metrics.accepted(ResultFixture.alerted(AlertType.RISK_INCREASE, ResultFixture.TEN));

        assertThat(shown.counter("alerts{<alert_type>=RISK_INCREASE}")).isEqualTo(2);
        assertThat(shown.counter("alerts{<alert_type>=HIGH_RISK}")).isZero();
    }

    @Test
    void anErasureIsNoScore() {
        metrics.accepted(ResultFixture.scored(1, "France", 0.3));
        metrics.accepted(ResultFixture.erased(1));

        assertThat(shown.counter("scored")).isEqualTo(1);
        assertThat(shown.counter("erased")).isEqualTo(1);
    }

    @Test
    void everyReasonToRejectHasItsCounter() {
        for (RejectionReason reason : RejectionReason.values()) {
            metrics.rejected(reason);
        }

        for (RejectionReason reason : RejectionReason.values()) {
            assertThat(shown.counter("rejected{<reason>=" + reason.code() + "}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void latenciesAreMeasuredFromTheEventAndFromTheLogToTheScore() {
        Instant scored = ResultFixture.TEN;
        metrics.accepted(ResultFixture.scoredAt(scored, scored.minusMillis(900), scored.minusMillis(40)));
        metrics.accepted(ResultFixture.scoredAt(scored, scored.plusMillis(100), scored.minusMillis(60)));

        assertThat(shown.histogram("latency_from_occurred_at_millis").getMax()).isEqualTo(900);
        assertThat(shown.histogram("latency_from_occurred_at_millis").getMin())
                .as("the source's clock is ahead")
                .isEqualTo(-100);
        assertThat(shown.histogram("latency_from_log_time_millis").getMean()).isEqualTo(50);
    }

    @Test
    void theModelOfTheLatestEventIsTheOneInForce() {
        metrics.judgedBy("rf-1");
        metrics.judgedBy("rf-2");

        assertThat(shown.gauge("model_in_force{<model_version>=rf-1}")).isEqualTo(0);
        assertThat(shown.gauge("model_in_force{<model_version>=rf-2}")).isEqualTo(1);

        metrics.judgedBy("rf-1");

        assertThat(shown.gauge("model_in_force{<model_version>=rf-1}")).isEqualTo(1);
        assertThat(shown.gauge("model_in_force{<model_version>=rf-2}")).isEqualTo(0);
    }

    @Test
    void duplicatesAndLateVersionsAreCounted() {
        metrics.duplicate();
        metrics.duplicate();
        metrics.lateVersion();

        assertThat(shown.counter("duplicates")).isEqualTo(2);
        assertThat(shown.counter("late_versions")).isEqualTo(1);
    }
}
