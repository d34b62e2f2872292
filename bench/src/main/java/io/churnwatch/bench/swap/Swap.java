package io.churnwatch.bench.swap;

import java.time.Duration;
import java.time.Instant;

/**
 * A new champion.
 *
 * @param announcedAt when it was published, and its loading began
 * @param effectiveAt from when on it judges
 */
record Swap(Instant announcedAt, Instant effectiveAt) {
    /** So long after it has come into force its traces are looked for. */
    static final Duration AFTERMATH = Duration.ofSeconds(1);

    Span span() {
        return new Span(announcedAt, effectiveAt.plus(AFTERMATH));
    }

    /** As much time, right after it, in which nothing is swapped. */
    Span calm() {
        Span span = span();
        return new Span(span.end(), span.end().plus(span.length()));
    }

    /** A part of the log. */
    record Span(Instant start, Instant end) {
        Duration length() {
            return Duration.between(start, end);
        }

        boolean contains(Instant time) {
            return !time.isBefore(start) && time.isBefore(end);
        }
    }
}
