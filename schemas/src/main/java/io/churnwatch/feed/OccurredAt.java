package io.churnwatch.feed;

import java.time.Duration;
import java.time.Instant;

/** When something may have occurred at the bank. */
public final class OccurredAt {
    /** Before that, somebody mistyped a year. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** How far a bank's clock may run ahead of ours. */
    public static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

    /** Whether somebody can have known of it at that time. */
    public static boolean isPast(Instant occurredAt, Instant knownAt) {
        return !occurredAt.isAfter(knownAt.plus(CLOCK_SKEW_MAX));
    }

    private OccurredAt() {}
}
