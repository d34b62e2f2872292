package io.churnwatch.stream.feed;

import java.time.Instant;

/**
 * One record of the feed, as Kafka has it.
 *
 * @param value the bytes, not yet looked at
 * @param loggedAt when the broker took it: the pipeline's clock
 * @param partition with {@code offset}, the record's permanent identity
 */
public record FeedRecord(byte[] value, Instant loggedAt, int partition, long offset) {}
