package io.churnwatch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.model.MlflowPages;
import io.churnwatch.settings.SettingsPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiConfigTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "CHURNWATCH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/churnwatch",
            "CHURNWATCH_DATABASE_USER", "churnwatch",
            "CHURNWATCH_DATABASE_PASSWORD", "db-secret",
            "CHURNWATCH_KAFKA", "127.0.0.1:9092",
            "CHURNWATCH_REDIS_URL", "redis://:redis-secret@127.0.0.1:6379",
            "CHURNWATCH_JWT_SECRET", "jwt-secret-jwt-secret-jwt-secret",
            "CHURNWATCH_ADMIN_PASSWORD_FILE", "/run/churnwatch/admin",
            "CHURNWATCH_WEB_DIR", "web/out");

    @Test
    void whatIsNotSaidHasItsDefault() {
        ApiConfig config = ApiConfig.fromEnvironment(REQUIRED);

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.cookieSecure()).isFalse();
        assertThat(config.rescoresPerSecond()).isEqualTo(500);
        assertThat(config.webDir()).isEqualTo(Path.of("web/out"));
        assertThat(config.mlflow()).isEqualTo(MlflowPages.UNKNOWN);
    }

    @Test
    void whereThePagesOfMlflowAreIsNoPlaceForAPassword() {
        assertThat(with("CHURNWATCH_MLFLOW_URL", "https://ml.bank.example/").mlflow())
                .isEqualTo(new MlflowPages("https://ml.bank.example/"));
        assertThatThrownBy(() -> with("CHURNWATCH_MLFLOW_URL", "https://me:ml-secret@ml.bank.example"))
                .hasMessageContaining(
                        "CHURNWATCH_MLFLOW_URL must be a URL that starts with http:// or https:// and holds no user or password")
                .hasMessageNotContaining("ml-secret");
        assertThatThrownBy(() -> with("CHURNWATCH_MLFLOW_URL", "databricks"))
                .hasMessageContaining("CHURNWATCH_MLFLOW_URL must be a URL that starts with http:// or https://");
    }

    @Test
    void cookiesAreSecureWhereOthersCanListen() {
        assertThat(with("CHURNWATCH_API_HOST", "0.0.0.0").cookieSecure()).isTrue();
        assertThat(with("CHURNWATCH_COOKIE_SECURE", "true").cookieSecure()).isTrue();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> ApiConfig.fromEnvironment(Map.of("CHURNWATCH_KAFKA", " ")))
                .hasMessageStartingWith("The API cannot start:")
                .hasMessageContainingAll(REQUIRED.keySet().toArray(String[]::new));
    }

    @Test
    void whatIsWrongIsNamedWithoutSecrets() {
        Map<String, String> wrong = new HashMap<>(REQUIRED);
        wrong.put("CHURNWATCH_API_PORT", "70000");
        wrong.put("CHURNWATCH_DATABASE_URL", "postgresql://x");
        wrong.put("CHURNWATCH_JWT_SECRET", "short-secret");
        wrong.put("CHURNWATCH_REDIS_URL", "http://:redis-secret@127.0.0.1");
        wrong.put("CHURNWATCH_COOKIE_SECURE", "yes");
        wrong.put("CHURNWATCH_RESCORES_PER_SECOND", "0");

        assertThatThrownBy(() -> ApiConfig.fromEnvironment(wrong))
                .hasMessageContaining("CHURNWATCH_API_PORT must be a whole number from 0 to 65535, not '70000'")
                .hasMessageContaining("CHURNWATCH_DATABASE_URL must be a text that starts with jdbc:postgresql:")
                .hasMessageContaining("CHURNWATCH_JWT_SECRET must be a text of at least 32 characters")
                .hasMessageContaining("CHURNWATCH_REDIS_URL must be a URL that starts with redis:// or rediss://")
                .hasMessageContaining("CHURNWATCH_RESCORES_PER_SECOND must be a whole number from 1 to 100000, not '0'")
                .hasMessageContaining("CHURNWATCH_COOKIE_SECURE must be true or false, not 'yes'")
                .hasMessageNotContainingAny("short-secret", "redis-secret");
    }

    @Test
    void theConfigDoesNotPrintItsSecrets() {
        assertThat(ApiConfig.fromEnvironment(REQUIRED).toString())
                .doesNotContain("db-secret", "redis-secret", "jwt-secret");
    }

    @Test
    void thePageOfSettingsListsThem() throws IOException {
        SettingsPage.assertLists("api", ApiConfig::of);
    }

    private static ApiConfig with(String name, String value) {
        Map<String, String> variables = new HashMap<>(REQUIRED);
        variables.put(name, value);
        return ApiConfig.fromEnvironment(variables);
    }
}
