package io.churnwatch.stream.rollup;

import java.time.Duration;
import java.time.Instant;

/** Minutes of log time, numbered since 1970. */
final class Minutes {
    private static final long MILLIS = Duration.ofMinutes(1).toMillis();

    static long of(long logTimeMillis) {
        return Math.floorDiv(logTimeMillis, MILLIS);
    }

    static Instant start(long minute) {
        return Instant.ofEpochMilli(minute * MILLIS);
    }

    /** The last instant of a minute: a watermark of this much completes the minute. */
    static long lastMilli(long minute) {
        return (minute + 1) * MILLIS - 1;
    }

    private Minutes() {}
}
