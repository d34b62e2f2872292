package io.churnwatch.training.worker;

import io.churnwatch.store.Database;
import io.churnwatch.store.training.Claim;
import io.churnwatch.store.training.LostJobException;
import io.churnwatch.store.training.TrainingJobs;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Renews the lease of a job during long steps, and interrupts a step when the job is cancelled or lost. */
final class Heartbeat implements AutoCloseable {
    private static final int BEATS_PER_LEASE = 5;

    private final Database database;
    private final Claim claim;
    private final Runnable breakOff;
    private final Duration interval;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String cancelledBy;

    private Heartbeat(Database database, Duration lease, Claim claim, Runnable breakOff) {
        this.database = database;
        this.claim = claim;
        this.breakOff = breakOff;
        this.interval = lease.dividedBy(BEATS_PER_LEASE);
        this.thread = new Thread(this::beatUntilOver, "heartbeat of " + claim);
        thread.setDaemon(true);
    }

    /** @param breakOff ends what Spark does; it may be called again and again */
    static Heartbeat start(Database database, Duration lease, Claim claim, Runnable breakOff) {
        Heartbeat heartbeat = new Heartbeat(database, lease, claim, breakOff);
        heartbeat.thread.start();
        return heartbeat;
    }

    /** Returns the person who cancelled the job. */
    Optional<String> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    @Override
    public void close() {
        over.countDown();
    }

    private void beatUntilOver() {
        while (!isOverWithin(interval)) {
            try (Handle handle = database.open()) {
                beatOn(handle);
            } catch (LostJobException e) {
                breakOff.run();
                return;
            } catch (JdbiException ignored) {
                // The database is away. When it is back before the lease has ended, nothing was lost.
            }
        }
    }

    private void beatOn(Handle handle) {
        do {
            Optional<String> canceller = TrainingJobs.beat(handle, claim);
            if (canceller.isPresent()) {
                cancelledBy = canceller.get();
                breakOff.run();
            }
        } while (!isOverWithin(interval));
    }

    private boolean isOverWithin(Duration pause) {
        try {
            return over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
