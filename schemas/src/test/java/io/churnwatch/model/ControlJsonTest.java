package io.churnwatch.model;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.JsonSchemas;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ControlJsonTest {
    private static final ModelPointer POINTER = new ModelPointer(ModelRole.CHAMPION, "rf-1", "ab".repeat(32), MORNING);
    private static final AlertConfig CONFIG =
            new AlertConfig(3, true, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 86_400, MORNING);

    @Test
    void whatIsWrittenReadsBackAndFitsTheSchema() {
        for (ControlMessage message : new ControlMessage[] {ControlMessage.of(POINTER), ControlMessage.of(CONFIG)}) {
            byte[] json = ControlJson.write(message);

            assertThat(ControlJson.read(json)).isEqualTo(message);
            assertThat(JsonSchemas.complaints("control-message.json", json)).isEmpty();
        }
    }

    @Test
    void whatIsNoControlMessageIsRefusedWithTheReason() {
        assertRefused("{}", "expected FIELD_NAME");
        assertRefused("x", "Not a control message");
        assertRefused("{\"model_pointer\":{\"role\":\"CHAMPION\"}}", "lacks model_version");
        assertRefused("{\"music\":{}}", "Unknown kind");
    }

    private static void assertRefused(String json, String reason) {
        assertThatThrownBy(() -> ControlJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
