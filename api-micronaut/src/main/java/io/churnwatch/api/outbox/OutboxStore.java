package io.churnwatch.api.outbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads waiting messages from the table {@code outbox} and marks published ones. */
@Singleton
final class OutboxStore {
    List<OutboxMessage> unpublished(Handle handle, int limit) {
        return handle.select("""
                        SELECT id, topic, key, event_id, payload::text AS payload, created_at
                        FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT ?""", limit)
                .map(ConstructorMapper.of(OutboxMessage.class))
                .list();
    }

    /** Marks messages as published, each with the time at which the broker logged it, by its own clock. */
    void markPublished(Handle handle, List<OutboxMessage> messages, List<Instant> logged) {
        Long[] ids = messages.stream().map(OutboxMessage::id).toArray(Long[]::new);
        String[] times = logged.stream().map(Instant::toString).toArray(String[]::new);
        handle.execute("""
                        UPDATE outbox SET published_at = now(), logged_at = sent.logged_at
                        FROM unnest(?, ?::timestamptz[]) AS sent (id, logged_at) WHERE outbox.id = sent.id""", ids, times);
    }
}
