package io.churnwatch.local.feed;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Sends a simulated feed at a fixed rate, and catches up after a pause. */
public final class FeedRun {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(30);

    private final FeedSimulator simulator;
    private final FeedPublisher publisher;
    private final Progress progress;

    public FeedRun(FeedSimulator simulator, FeedPublisher publisher, Progress progress) {
        this.simulator = simulator;
        this.publisher = publisher;
        this.progress = progress;
    }

    /** Returns the exit code. */
    public int send(double perSecond, long count) {
        long start = System.nanoTime();
        long nextReport = start + REPORT_INTERVAL.toNanos();
        for (long number = 0; number < count; number++) {
            awaitMoment(start + (long) (number / perSecond * NANOS_PER_SECOND));
            Optional<RawUpdate> next = simulator.next(); // after the wait, because it has the time at which it occurred
            if (next.isEmpty()) {
                progress.say("Every customer has left");
                break;
            }
            publisher.send(next.get());
            if (System.nanoTime() > nextReport) {
                progress.say("%,d sent", publisher.sent());
                nextReport += REPORT_INTERVAL.toNanos();
            }
        }
        publisher.flush();
        progress.say("%,d sent: %s", publisher.sent(), simulator.summary());
        return ExitCode.OK;
    }

    /** Waits until {@link System#nanoTime} has reached a moment. */
    public static void awaitMoment(long nanoTime) {
        for (long rest = nanoTime - System.nanoTime(); rest > 0; rest = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }
}
