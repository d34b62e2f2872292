package io.churnwatch.verify;

import java.time.Instant;

/** A record of the feed as Kafka has it. */
record LogRecord(int partition, long offset, Instant loggedAt, byte[] value) {
    /** By which a dead letter names it. */
    String identity() {
        return partition + "-" + offset;
    }
}
