package io.churnwatch.local.stack;

import java.time.Duration;

/** The pauses before a part that died is started again: 1, 2, 4 … 30 seconds. Not thread-safe. */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    Duration next() {
        Duration delay = next;
        Duration doubled = delay.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return delay;
    }

    /** Begins again with the shortest pause, after the part ran well for a while. */
    void reset() {
        next = FIRST;
    }
}
