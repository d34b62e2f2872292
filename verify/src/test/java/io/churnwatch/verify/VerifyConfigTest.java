package io.churnwatch.verify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.settings.Settings;
import io.churnwatch.settings.SettingsPage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyConfigTest {
    @Test
    void everyProblemIsListed() {
        assertThatThrownBy(() -> Settings.read(
                        "verify", Map.of("CHURNWATCH_VALUE_AT_RISK", "probability * Balance"), VerifyRun.Config::of))
                .hasMessageContaining("CHURNWATCH_KAFKA is not set")
                .hasMessageContaining("CHURNWATCH_DATABASE_PASSWORD is not set")
                .hasMessageContaining(
                        "CHURNWATCH_VALUE_AT_RISK: 'probability * Balance' does not read at character 15: ");
    }

    @Test
    void thePageOfSettingsListsThem() throws IOException {
        SettingsPage.assertLists("verify", VerifyRun.Config::of);
    }
}
