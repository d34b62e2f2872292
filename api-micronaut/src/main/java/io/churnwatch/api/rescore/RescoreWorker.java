package io.churnwatch.api.rescore;

import io.churnwatch.api.database.DatabaseException;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes step after step of the {@link Rescoring} while the API runs. */
@Singleton
final class RescoreWorker implements ApplicationEventListener<ServerStartupEvent>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RescoreWorker.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Rescoring rescoring;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::workUntilStopped, "rescore");
    private boolean failing;

    RescoreWorker(Rescoring rescoring) {
        this.rescoring = rescoring;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        thread.start();
    }

    @PreDestroy
    @Override
    public void close() {
        stop.countDown();
        rescoring.close();
        try {
            thread.join(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workUntilStopped() {
        Duration pause = Duration.ZERO;
        while (!stopsWithin(pause)) {
            pause = step();
        }
    }

    private Duration step() {
        try {
            Duration pause = rescoring.step();
            failing = false;
            return pause;
        } catch (DatabaseException e) {
            tell(e);
        } catch (RuntimeException e) {
            log.error("Scoring again after a promotion failed and is tried again", e);
        }
        return RETRY;
    }

    private void tell(DatabaseException e) {
        if (!failing && stop.getCount() > 0) {
            log.warn("Scoring again after a promotion waits: the database says {}", e.getMessage());
        }
        failing = true;
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
