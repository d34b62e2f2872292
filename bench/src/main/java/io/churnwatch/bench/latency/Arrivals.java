package io.churnwatch.bench.latency;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** When each event was seen at the other end, first come first noted. One thread notes, others may look on. */
final class Arrivals {
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] nanoTimes;
    private final AtomicInteger count = new AtomicInteger();

    Arrivals(int events) {
        nanoTimes = new long[events];
        Arrays.fill(nanoTimes, NEVER);
    }

    void note(int event, long nanoTime) {
        if (event >= 0 && event < nanoTimes.length && nanoTimes[event] == NEVER) {
            nanoTimes[event] = nanoTime;
            count.incrementAndGet();
        }
    }

    int count() {
        return count.get();
    }

    /** Of the events of a round that arrived, counted from when they were due. */
    Percentiles latencies(LoadSchedule schedule, int round, long startNanoTime) {
        int first = schedule.firstOfRound(round);
        double[] millis = new double[schedule.firstOfRound(round + 1) - first];
        int arrived = 0;
        for (int event = first; event < first + millis.length; event++) {
            if (nanoTimes[event] != NEVER) {
                millis[arrived++] = (nanoTimes[event] - startNanoTime - schedule.dueNanos(event)) / 1e6;
            }
        }
        return Percentiles.of(Arrays.copyOf(millis, arrived));
    }
}
