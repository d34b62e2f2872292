package io.churnwatch.api.outbox;

import io.churnwatch.api.database.Query;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table {@code outbox} as the relay sees it: which messages wait, and which are published. */
@Singleton
final class OutboxStore {
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
