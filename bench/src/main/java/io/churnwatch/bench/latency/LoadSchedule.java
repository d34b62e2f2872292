package io.churnwatch.bench.latency;

import java.time.Duration;

/**
 * When each event of a steady load is due. Latency counts from there, whether the event could be sent in time or not: a
 * system that makes its producer wait must not look fast (coordinated omission).
 *
 * @param eventsPerSecond the load
 * @param warmUp at the beginning, which is not measured
 * @param round how long a measured round is
 * @param rounds how many follow each other without a pause
 */
record LoadSchedule(int eventsPerSecond, Duration warmUp, Duration round, int rounds) {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    int events() {
        return firstOfRound(rounds);
    }

    /** The first event of a round, which is also the end of the one before. */
    int firstOfRound(int number) {
        return Math.toIntExact(eventsPerSecond * (warmUp.toSeconds() + number * round.toSeconds()));
    }

    /** Nanoseconds after the first event. */
    long dueNanos(int event) {
        return event * NANOS_PER_SECOND / eventsPerSecond;
    }
}
