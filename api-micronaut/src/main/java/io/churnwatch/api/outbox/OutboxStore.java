package io.churnwatch.api.outbox;

import io.churnwatch.api.database.Query;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table of messages that wait for Kafka. */
@Singleton
public final class OutboxStore {
    /** Leaves a message in the caller's transaction; the relay publishes it once that has committed. */
    public void append(Connection connection, String topic, String key, String eventId, String payload)
            throws SQLException {
        Query.of(
                        "INSERT INTO outbox (topic, key, event_id, payload) VALUES (?, ?, ?, ?::jsonb)",
                        topic,
                        key,
                        eventId,
                        payload)
                .update(connection);
    }

    List<OutboxMessage> unpublished(Connection connection, int limit) throws SQLException {
        return Query.of("""
                        SELECT id, topic, key, event_id, payload::text AS payload, created_at
                        FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT ?""", limit).list(connection, OutboxMessage::of);
    }

    /** Marks messages as published, each with the time at which the broker logged it, by its own clock. */
    void markPublished(Connection connection, List<OutboxMessage> messages, List<Instant> logged) throws SQLException {
        Long[] ids = messages.stream().map(OutboxMessage::id).toArray(Long[]::new);
        String[] times = logged.stream().map(Instant::toString).toArray(String[]::new);
        Query.of("""
                        UPDATE outbox SET published_at = now(), logged_at = sent.logged_at
                        FROM unnest(?, ?) AS sent (id, logged_at) WHERE outbox.id = sent.id""", connection.createArrayOf("bigint", ids), connection.createArrayOf("timestamptz", times))
                .update(connection);
    }
}
