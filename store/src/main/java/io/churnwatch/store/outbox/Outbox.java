package io.churnwatch.store.outbox;

import org.jdbi.v3.core.Handle;

/** The table {@code outbox}: the API's relay publishes a message once the transaction that wrote it has committed. */
public final class Outbox {

    /**
     * Leaves a message in the caller's transaction.
     *
     * @param payload JSON
     */
    public static void append(Handle handle, String topic, String key, String eventId, String payload) {
        handle.createUpdate("""
                        INSERT INTO outbox (topic, key, event_id, payload)
                        VALUES (:topic, :key, :eventId, :payload::jsonb)""")
                .bind("topic", topic)
                .bind("key", key)
                .bind("eventId", eventId)
                .bind("payload", payload)
                .execute();
    }

    /**
     * Leaves a message for each row of a table, in the order of {@code line}.
     *
     * @param table with the columns {@code customer_id}, {@code payload} and {@code line}
     * @return how many
     */
    public static int appendAll(Handle handle, String topic, String table) {
        return handle.createUpdate("""
                        INSERT INTO outbox (topic, key, event_id, payload)
                        SELECT :topic, customer_id, payload ->> 'event_id', payload FROM %s ORDER BY line""".formatted(table)).bind("topic", topic).execute();
    }

    /** Returns whether a message with such an event id was ever written. */
    public static boolean contains(Handle handle, String topic, String eventIdPrefix) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM outbox WHERE topic = :topic AND starts_with(event_id, :prefix))""")
                .bind("topic", topic)
                .bind("prefix", eventIdPrefix)
                .mapTo(Boolean.class)
                .one();
    }

    private Outbox() {}
}
