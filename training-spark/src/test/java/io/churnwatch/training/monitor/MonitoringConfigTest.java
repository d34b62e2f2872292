package io.churnwatch.training.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.churnwatch.scoring.drift.DriftThresholds;
import io.churnwatch.settings.Settings;
import io.churnwatch.store.training.TrainingParameters;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitoringConfigTest {
    @Test
    void byDefaultItLooksFourTimesADayAtAWeekAndFilesAtMostOneTrainingAWeek() {
        MonitoringConfig config = read(Map.of());

        assertThat(config.interval()).hasValue(Duration.ofHours(6));
        assertThat(config.window()).isEqualTo(Duration.ofDays(7));
        assertThat(config.horizon()).isEqualTo(Duration.ofDays(90));
        assertThat(config.thresholds()).isEqualTo(new DriftThresholds(0.25, 0.001, 500));
        assertThat(config.cooldown()).hasValue(Duration.ofDays(7));
        assertThat(config.schedule()).isEmpty();
        assertThat(config.retraining()).isEqualTo(TrainingParameters.NONE);
    }

    @Test
    void everythingCanBeSet() {
        MonitoringConfig config = read(Map.of(
                "CHURNWATCH_QUALITY_HORIZON_DAYS", "30",
                "CHURNWATCH_DRIFT_INTERVAL_MINUTES", "off",
                "CHURNWATCH_DRIFT_WINDOW_HOURS", "24",
                "CHURNWATCH_DRIFT_PSI", "0.5",
                "CHURNWATCH_DRIFT_SIGNIFICANCE", "0.01",
                "CHURNWATCH_DRIFT_ROWS_MIN", "50",
                "CHURNWATCH_DRIFT_COOLDOWN_HOURS", "OFF",
                "CHURNWATCH_RETRAIN_CRON", "0 3 * * 1",
                "CHURNWATCH_RETRAIN_OPTIONS", "--grid quick --derived"));

        assertThat(config.interval()).isEmpty();
        assertThat(config.window()).isEqualTo(Duration.ofDays(1));
        assertThat(config.horizon()).isEqualTo(Duration.ofDays(30));
        assertThat(config.thresholds()).isEqualTo(new DriftThresholds(0.5, 0.01, 50));
        assertThat(config.cooldown()).isEmpty();
        assertThat(config.schedule().orElseThrow().expression()).isEqualTo("0 3 * * 1");
        assertThat(config.retraining().options()).containsExactly(entry("derived", "true"), entry("grid", "quick"));
    }

    @ParameterizedTest
    @CsvSource({
        "CHURNWATCH_DRIFT_INTERVAL_MINUTES, never",
        "CHURNWATCH_DRIFT_WINDOW_HOURS, 0",
        "CHURNWATCH_QUALITY_HORIZON_DAYS, quarter",
        "CHURNWATCH_DRIFT_PSI, -1",
        "CHURNWATCH_DRIFT_PSI, much",
        "CHURNWATCH_DRIFT_COOLDOWN_HOURS, 1.5",
        "CHURNWATCH_RETRAIN_OPTIONS, quick",
        "CHURNWATCH_RETRAIN_OPTIONS, --gird quick",
        "CHURNWATCH_RETRAIN_OPTIONS, --grid huge",
        "CHURNWATCH_RETRAIN_OPTIONS, --without gendr",
        "CHURNWATCH_RETRAIN_OPTIONS, --since 9999-01-01"
    })
    void whatMakesNoSenseIsNamed(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value))).hasMessageContaining(name);
    }

    private static MonitoringConfig read(Map<String, String> environment) {
        return Settings.read("The worker", environment, MonitoringConfig::of);
    }
}
