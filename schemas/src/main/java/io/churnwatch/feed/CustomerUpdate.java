package io.churnwatch.feed;

import java.time.Instant;
import java.util.Objects;

/**
 * One event of the feed.
 *
 * @param eventId identifies the event for ever: a repeated id is the same event
 * @param customerId the customer; also the Kafka key
 * @param occurredAt when it happened at the bank; decides which value of a field is newer, per field
 * @param op what it does to the profile
 * @param source where it comes from: {@code core-banking}, {@code analyst}, {@code csv-import} …
 * @param profile the fields it brings
 */
public record CustomerUpdate(
        String eventId, long customerId, Instant occurredAt, UpdateOp op, String source, CustomerProfile profile) {

    /** Longest event id and source, in characters. */
    public static final int ID_LENGTH_MAX = 100;

    /** The largest integer that every JSON reader keeps exactly (RFC 8259, section 6). */
    public static final long CUSTOMER_ID_MAX = (1L << 53) - 1;

    public static boolean isCustomerId(long id) {
        return id >= 1 && id <= CUSTOMER_ID_MAX;
    }

    /** The {@link #source} of customers that were loaded from a file. */
    public static final String SOURCE_IMPORT = "csv-import";

    public CustomerUpdate {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(profile, "profile");
    }
}
