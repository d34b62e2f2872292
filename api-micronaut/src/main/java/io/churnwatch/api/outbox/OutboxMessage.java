package io.churnwatch.api.outbox;

import io.churnwatch.api.kafka.Message;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/** One row of the outbox. */
record OutboxMessage(long id, @Nested Message message, Instant createdAt) {}
