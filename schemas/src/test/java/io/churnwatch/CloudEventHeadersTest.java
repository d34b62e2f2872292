package io.churnwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {
    @Test
    void aMessageSaysWhatItIsWhoSentItAndWhichOneItIs() {
        Map<String, String> headers = CloudEventHeaders.of("e-1", Topics.CUSTOMER_UPDATES, "outbox").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> new String(header.getValue(), StandardCharsets.UTF_8)));

        assertThat(headers)
                .containsOnly(
                        entry("ce_id", "e-1"),
                        entry("ce_source", "/churnwatch/outbox"),
                        entry("ce_type", "churnwatch.customer-updates"),
                        entry("ce_specversion", "1.0"),
                        entry("content-type", "application/json"));
    }
}
