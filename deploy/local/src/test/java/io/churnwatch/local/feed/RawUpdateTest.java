package io.churnwatch.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawUpdateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"event_id\":\"e\",\"customer_id\":7} | 7 | e",
                "{\"profile\":{\"customer_id\":9},\"customer_id\":7 | 7 | ``",
                "{\"customer_id\":\"7\"} | `` | ``",
                "[7] | `` | ``",
                "nonsense | `` | ``",
            })
    void theKeyIsTheCustomerIdAsFarAsItCanBeRead(String line, String key, String eventId) {
        RawUpdate raw = RawUpdate.of(line.getBytes(StandardCharsets.UTF_8));

        assertThat(raw.key()).isEqualTo(key == null ? "" : key);
        assertThat(raw.eventId().orElse("")).isEqualTo(eventId == null ? "" : eventId);
        assertThat(raw.value()).asString().isEqualTo(line);
    }
}
