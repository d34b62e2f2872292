package io.churnwatch.api.outbox;

import io.churnwatch.api.database.Row;
import io.churnwatch.api.kafka.Message;
import java.sql.SQLException;
import java.time.Instant;

/** One row of the outbox. */
record OutboxMessage(long id, Message message, Instant createdAt) {
    static OutboxMessage of(Row row) throws SQLException {
        Message message = new Message(row.text("topic"), row.text("key"), row.text("event_id"), row.text("payload"));
        return new OutboxMessage(row.count("id"), message, row.instant("created_at"));
    }
}
