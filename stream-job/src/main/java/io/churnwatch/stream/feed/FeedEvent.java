package io.churnwatch.stream.feed;

import io.churnwatch.feed.CustomerUpdate;

/** A valid update together with the record it was read from, which a dead letter may still need. */
public record FeedEvent(CustomerUpdate update, FeedRecord record) {
    public long customerId() {
        return update.customerId();
    }
}
