package io.churnwatch.stream.feed;

import io.churnwatch.feed.RejectionReason;

/**
 * A record that could not be scored, with its original bytes.
 *
 * @param eventId empty when it could not be read
 * @param field the field at fault, empty when the whole is meant
 * @param detail what is wrong, for people
 */
public record DeadLetter(FeedRecord record, RejectionReason reason, String eventId, String field, String detail) {
    public static DeadLetter of(FeedEvent event, RejectionReason reason, String detail) {
        return new DeadLetter(event.record(), reason, event.update().eventId(), "", detail);
    }
}
