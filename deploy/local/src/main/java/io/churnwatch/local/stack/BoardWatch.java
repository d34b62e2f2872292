package io.churnwatch.local.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until every customer has a score, and reports the progress. */
final class BoardWatch {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    /** Customers who cannot be scored must not keep the board from going live. */
    private static final Duration NO_PROGRESS_MAX = Duration.ofMinutes(2);

    private final StackDatabase database;
    private final Progress progress;
    private long lastScored = -1;
    private long lastProgress = System.nanoTime();

    BoardWatch(StackDatabase database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    StackDatabase.Count await() {
        StackDatabase.Count count = database.count();
        while (!count.isComplete() && isProgressing(count)) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            count = database.count();
        }
        if (!count.isComplete()) {
            progress.say(
                    "%,d customers still have no score; see './churnwatch logs' and the dead letters",
                    count.customers() - count.scored());
        }
        return count;
    }

    private boolean isProgressing(StackDatabase.Count count) {
        if (count.scored() != lastScored) {
            progress.say("scored %,d of %,d", count.scored(), count.customers());
            lastScored = count.scored();
            lastProgress = System.nanoTime();
        }
        return System.nanoTime() - lastProgress < NO_PROGRESS_MAX.toNanos();
    }
}
