package io.churnwatch.api.customer;

import io.churnwatch.Topics;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.store.outbox.Outbox;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Applies an analyst's edits: the row and its update on the feed change together or not at all. */
@Singleton
final class CustomerEdits {
    private static final String SOURCE = "analyst";

    private final DatabasePool database;
    private final CustomerStore customers;
    private final Clock clock;

    CustomerEdits(DatabasePool database, CustomerStore customers, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
    }

    /** Returns false when the customer id is taken. */
    boolean create(long customerId, CustomerProfile profile) {
        return database.inTransaction(handle -> {
            boolean created = customers.insert(handle, customerId, profile);
            if (created) {
                announce(handle, customerId, UpdateOp.UPSERT, profile);
            }
            return created;
        });
    }

    /** Sets the known fields of {@code changes}; returns false when there is no such customer. */
    boolean change(long customerId, CustomerProfile changes) {
        return database.inTransaction(handle -> {
            boolean found = customers.lock(handle, customerId);
            if (found) {
                customers.update(handle, customerId, changes);
                announce(handle, customerId, UpdateOp.PATCH, changes);
            }
            return found;
        });
    }

    /** Takes the time while the row is locked, so that edits are in the outbox in the order of their times. */
    private void announce(Handle handle, long customerId, UpdateOp op, CustomerProfile profile) {
        String eventId = UUID.randomUUID().toString();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] update = CustomerUpdateJson.write(new CustomerUpdate(eventId, customerId, now, op, SOURCE, profile));
        Outbox.append(
                handle,
                Topics.CUSTOMER_UPDATES,
                Long.toString(customerId),
                eventId,
                new String(update, StandardCharsets.UTF_8));
    }
}
