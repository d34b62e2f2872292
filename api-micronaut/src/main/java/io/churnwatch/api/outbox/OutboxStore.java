package io.churnwatch.api.outbox;

import io.churnwatch.api.database.Query;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
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

    void markPublished(Connection connection, List<OutboxMessage> messages) throws SQLException {
        Long[] ids = messages.stream().map(OutboxMessage::id).toArray(Long[]::new);
        Query.of("UPDATE outbox SET published_at = now() WHERE id = ANY (?)", connection.createArrayOf("bigint", ids))
                .update(connection);
    }
}
