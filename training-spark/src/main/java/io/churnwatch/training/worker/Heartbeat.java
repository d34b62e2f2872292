package io.churnwatch.training.worker;

import io.churnwatch.training.Database;
import io.churnwatch.training.TrainingFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Renews the lease of a job while a step of its training takes long, and breaks the step off when nobody wants it any more. */
final class Heartbeat implements AutoCloseable {
    private static final int BEATS_PER_LEASE = 5;

    private final Database database;
    private final JobQueue queue;
    private final Claim claim;
    private final Runnable breakOff;
    private final Duration interval;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String cancelledBy;

    private Heartbeat(Database database, JobQueue queue, Claim claim, Runnable breakOff) {
        this.database = database;
        this.queue = queue;
        this.claim = claim;
        this.breakOff = breakOff;
        this.interval = queue.lease().dividedBy(BEATS_PER_LEASE);
        this.thread = new Thread(this::beatUntilOver, "heartbeat of " + claim);
        thread.setDaemon(true);
    }

    /** @param breakOff ends what Spark does; it may be called again and again */
    static Heartbeat start(Database database, JobQueue queue, Claim claim, Runnable breakOff) {
        Heartbeat heartbeat = new Heartbeat(database, queue, claim, breakOff);
        heartbeat.thread.start();
        return heartbeat;
    }

    /** Who had the step broken off; empty when nobody. */
    Optional<String> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    @Override
    public void close() {
        over.countDown();
    }

    private void beatUntilOver() {
        while (!isOverWithin(interval)) {
            try (Connection connection = database.connect()) {
                beatOn(connection);
            } catch (LostJobException e) {
                breakOff.run();
                return;
            } catch (SQLException | TrainingFailedException ignored) {
                // The database is away. When it is back before the lease has ended, nothing was lost.
            }
        }
    }

    private void beatOn(Connection connection) throws SQLException {
        do {
            Optional<String> canceller = queue.beat(connection, claim);
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
