package io.churnwatch.api.kafka;

import io.churnwatch.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A message for a topic.
 *
 * @param eventId identifies it permanently: consumers drop repetitions
 * @param payload JSON
 */
public record Message(String topic, String key, String eventId, String payload) {
    /** Returns the record for Kafka, with the publisher as its source. */
    ProducerRecord<byte[], byte[]> toRecord(String sender) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, utf8(key), utf8(payload));
        CloudEventHeaders.of(eventId, topic, sender).forEach(message.headers()::add);
        return message;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
