package io.churnwatch.api.outbox;

import io.churnwatch.api.database.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** One row of the outbox. */
record OutboxMessage(long id, String topic, String key, String eventId, String payload, Instant createdAt) {
    private static final String CLOUD_EVENTS_VERSION = "1.0";
    private static final String SOURCE = "/churnwatch/outbox";

    static OutboxMessage of(Row row) throws SQLException {
        return new OutboxMessage(
                row.count("id"),
                row.text("topic"),
                row.text("key"),
                row.text("event_id"),
                row.text("payload"),
                row.instant("created_at"));
    }

    /** As Kafka gets it: a CloudEvent in binary mode. */
    ProducerRecord<byte[], byte[]> toRecord() {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, utf8(key), utf8(payload));
        Headers headers = message.headers();
        headers.add("ce_id", utf8(eventId));
        headers.add("ce_source", utf8(SOURCE));
        headers.add("ce_type", utf8(topic));
        headers.add("ce_specversion", utf8(CLOUD_EVENTS_VERSION));
        headers.add("content-type", utf8("application/json"));
        return message;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
