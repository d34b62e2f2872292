package io.churnwatch.store.outcome;

import io.churnwatch.feed.OccurredAt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A customer's outcome, as a person or a file reports it.
 *
 * @param occurredAt of the exit, or the end of the time that the customer stayed for; in whole microseconds
 */
public record ChurnOutcome(long customerId, Outcome outcome, Instant occurredAt) {
    public ChurnOutcome {
        if (customerId < 1) {
            throw new IllegalArgumentException("A customer's id is 1 or more, not " + customerId);
        }
        if (occurredAt.isBefore(OccurredAt.EARLIEST)) {
            throw new IllegalArgumentException("An outcome is not known of " + occurredAt);
        }
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it
    }

    /** The key in the table. */
    public Key key() {
        return new Key(customerId, occurredAt);
    }

    /** A customer has one outcome at a time. */
    public record Key(long customerId, Instant occurredAt) {}
}
