package io.churnwatch.training.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CronScheduleTest {
    private static final Instant MONDAY_AT_3 = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void theLatestTickIsTheOneAtOrBeforeTheTimeInUtc() {
        CronSchedule mondays = CronSchedule.of("0 3 * * 1");

        assertThat(mondays.latestTick(MONDAY_AT_3)).hasValue(MONDAY_AT_3);
        assertThat(mondays.latestTick(MONDAY_AT_3.plusMillis(1))).hasValue(MONDAY_AT_3);
        assertThat(mondays.latestTick(MONDAY_AT_3.plus(Duration.ofDays(6)))).hasValue(MONDAY_AT_3);
        assertThat(mondays.latestTick(MONDAY_AT_3.minusMillis(1))).hasValue(MONDAY_AT_3.minus(Duration.ofDays(7)));
    }

    @Test
    void whatIsNoExpressionStopsTheStartAndSaysWhatOneLooksLike() {
        assertThatThrownBy(() -> Settings.read(
                        "The worker", Map.of("CHURNWATCH_RETRAIN_CRON", "every monday"), MonitoringConfig::of))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("such as '0 3 * * 1', not 'every monday'");
    }
}
