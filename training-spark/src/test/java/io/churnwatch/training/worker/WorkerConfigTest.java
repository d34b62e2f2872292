package io.churnwatch.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.settings.SettingsPage;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerConfigTest {
    @Test
    void theDatabaseIsEnough() {
        WorkerConfig config = WorkerConfig.of(Map.of(
                "CHURNWATCH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/churnwatch",
                "CHURNWATCH_DATABASE_USER", "churnwatch",
                "CHURNWATCH_DATABASE_PASSWORD", "secret"));

        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.sparkIdle()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.toString()).doesNotContain("secret");
    }

    @Test
    void everyProblemIsListed() {
        assertThatThrownBy(() -> WorkerConfig.of(Map.of(
                        "CHURNWATCH_DATABASE_USER", "churnwatch",
                        "CHURNWATCH_TRAINING_LEASE_SECONDS", "0",
                        "CHURNWATCH_DRIFT_PSI", "much",
                        "CHURNWATCH_RETRAIN_CRON", "every monday",
                        "CHURNWATCH_RETRAIN_OPTIONS", "--grid huge")))
                .hasMessageStartingWith("The worker cannot start:")
                .hasMessageContaining("CHURNWATCH_DATABASE_URL is not set")
                .hasMessageContaining("CHURNWATCH_DATABASE_PASSWORD is not set")
                .hasMessageContaining(
                        "CHURNWATCH_TRAINING_LEASE_SECONDS must be a whole number from 1 to 999999, not '0'")
                .hasMessageContaining("CHURNWATCH_DRIFT_PSI must be a number above 0, not 'much'")
                .hasMessageContaining("CHURNWATCH_RETRAIN_CRON: must be minute, hour, day, month and weekday")
                .hasMessageContaining("CHURNWATCH_RETRAIN_OPTIONS: ");
    }

    @Test
    void thePageOfSettingsListsThem() throws IOException {
        SettingsPage.assertLists("worker", settings -> WorkerConfig.of(settings, Map.of()));
    }
}
