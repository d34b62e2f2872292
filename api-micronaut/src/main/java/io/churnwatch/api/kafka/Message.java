package io.churnwatch.api.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A message for a topic.
 *
 * @param eventId identifies it for ever: consumers drop what repeats it
 * @param payload JSON
 */
public record Message(String topic, String key, String eventId, String payload) {
    private static final String CLOUD_EVENTS_VERSION = "1.0";

    /** As Kafka gets it: a CloudEvent in binary mode. */
    ProducerRecord<byte[], byte[]> toRecord(String source) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, utf8(key), utf8(payload));
        Headers headers = message.headers();
        headers.add("ce_id", utf8(eventId));
        headers.add("ce_source", utf8(source));
        headers.add("ce_type", utf8(topic));
        headers.add("ce_specversion", utf8(CLOUD_EVENTS_VERSION));
        headers.add("content-type", utf8("application/json"));
        return message;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
