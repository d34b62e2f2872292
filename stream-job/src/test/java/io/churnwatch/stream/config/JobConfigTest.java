package io.churnwatch.stream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.settings.SettingsPage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobConfigTest {
    private static final Map<String, String> LEAST = Map.of(
            "CHURNWATCH_KAFKA", "127.0.0.1:9092",
            "CHURNWATCH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/churnwatch",
            "CHURNWATCH_DATABASE_USER", "churnwatch",
            "CHURNWATCH_DATABASE_PASSWORD", "secret",
            "CHURNWATCH_STATE_DIR", "/tmp/state");

    @Test
    void theDefaultsAreAtLeastOnceOnTwoTasks() {
        JobConfig config = JobConfig.from(LEAST);

        assertThat(config.parallelism()).isEqualTo(2);
        assertThat(config.checkpointInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.exactlyOnce()).isFalse();
        assertThat(config.database().patience()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.webPort()).isEmpty();
        assertThat(config.metricsPort()).isEmpty();
        assertThat(config.stateDir()).startsWith("file:///");
        assertThat(config.scoring()).isEqualTo(ScoringConfig.DEFAULT);
    }

    @Test
    void everyKeyIsRead() {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.putAll(Map.of("CHURNWATCH_ENGINE", "auto", "CHURNWATCH_REASONS_POINTS", "2.5"));
        environment.putAll(Map.of(
                "CHURNWATCH_FLINK_PORT", "8081",
                "CHURNWATCH_METRICS_PORT", "8082",
                "CHURNWATCH_RESTORE_LATEST", "false",
                "CHURNWATCH_PARALLELISM", "4",
                "CHURNWATCH_CHECKPOINT_MILLIS", "1000",
                "CHURNWATCH_EXACTLY_ONCE", "true",
                "CHURNWATCH_DATABASE_PATIENCE_SECONDS", "30",
                "CHURNWATCH_VALUE_AT_RISK", "probability * (balance + 0.1 * estimated_salary)",
                "CHURNWATCH_STATE_DIR", "s3://bucket/state"));
        JobConfig config = JobConfig.from(environment);

        assertThat(config.webPort()).hasValue(8081);
        assertThat(config.metricsPort()).hasValue(8082);
        assertThat(config.restoresLatest()).isFalse();
        assertThat(config.parallelism()).isEqualTo(4);
        assertThat(config.checkpointInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.exactlyOnce()).isTrue();
        assertThat(config.database().patience()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.stateDir()).isEqualTo("s3://bucket/state");
        assertThat(config.scoring().engine()).isEqualTo(ModelEngine.AUTO);
        assertThat(config.scoring().reasons()).isEqualTo(new ReasonPolicy(0.025));
        assertThat(config.scoring().valueAtRisk()).hasToString("probability * (balance + 0.1 * estimated_salary)");
    }

    @Test
    void reasonsCanBeLeftOutForGood() {
        assertThat(with("CHURNWATCH_REASONS_POINTS", "never").scoring().reasons())
                .isEqualTo(ReasonPolicy.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        "CHURNWATCH_ENGINE, fast, 'must be own, jpmml or auto (jpmml with the module scoring-jpmml on the class path), not ''fast'''",
        "CHURNWATCH_ENGINE, jpmml, '(jpmml with the module scoring-jpmml on the class path), not ''jpmml'''",
        "CHURNWATCH_REASONS_POINTS, 101, 'must be a number of points from 0 to 100, or never, not ''101'''",
        "CHURNWATCH_REASONS_POINTS, NaN, 'must be a number of points from 0 to 100, or never, not ''NaN'''",
    })
    void aWrongChoiceIsNamed(String name, String value, String problem) {
        assertThatThrownBy(() -> with(name, value)).hasMessageContaining(name).hasMessageContaining(problem);
    }

    @Test
    void onlyInOneJvmItRestoresItselfUnlessToldSo() {
        Map<String, String> oneJvm = new HashMap<>(LEAST);
        oneJvm.put("CHURNWATCH_FLINK_PORT", "8081");

        assertThat(JobConfig.from(oneJvm).restoresLatest()).isTrue();
        assertThat(JobConfig.from(LEAST).restoresLatest()).isFalse();
    }

    @Test
    void everyProblemIsListed() {
        assertThatThrownBy(() -> JobConfig.from(Map.of(
                        "CHURNWATCH_PARALLELISM", "none",
                        "CHURNWATCH_EXACTLY_ONCE", "yes",
                        "CHURNWATCH_VALUE_AT_RISK", "probability * Balance")))
                .hasMessageContaining("CHURNWATCH_KAFKA is not set")
                .hasMessageContaining("CHURNWATCH_DATABASE_PASSWORD is not set")
                .hasMessageContaining("CHURNWATCH_PARALLELISM must be a whole number from 1 to 1024, not 'none'")
                .hasMessageContaining("CHURNWATCH_EXACTLY_ONCE must be true or false, not 'yes'")
                .hasMessageContaining(
                        "CHURNWATCH_VALUE_AT_RISK: 'probability * Balance' does not read at character 15: ");
    }

    @Test
    void thePasswordStaysOutOfEveryText() {
        assertThat(JobConfig.from(LEAST).toString()).doesNotContain("secret");
    }

    @Test
    void thePageOfSettingsListsThem() throws IOException {
        SettingsPage.assertLists("stream job", JobConfig::of);
    }

    private static JobConfig with(String name, String value) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put(name, value);
        return JobConfig.from(environment);
    }
}
