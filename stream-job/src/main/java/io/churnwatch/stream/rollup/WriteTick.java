package io.churnwatch.stream.rollup;

import java.time.Duration;

/** The times at which changes are written: every whole second, so that all changes within one share a timer. */
final class WriteTick {
    private static final long MILLIS = Duration.ofSeconds(1).toMillis();

    static long after(long nowMillis) {
        return (nowMillis / MILLIS + 1) * MILLIS;
    }

    private WriteTick() {}
}
