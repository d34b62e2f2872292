package io.churnwatch.api.rescore;

import io.churnwatch.api.StoppableThread;
import io.churnwatch.api.database.DatabaseException;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of the {@link Rescoring} while the API runs. */
@Singleton
final class RescoreWorker implements ApplicationEventListener<ServerStartupEvent>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RescoreWorker.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Rescoring rescoring;
    private final StoppableThread thread = new StoppableThread("rescore", this::workUntilStopped);
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
        thread.stop(rescoring::close, RETRY);
    }

    private void workUntilStopped() {
        Duration pause = Duration.ZERO;
        while (!thread.stopsWithin(pause)) {
            pause = step();
        }
    }

    private Duration step() {
        try {
            Duration pause = rescoring.step();
            failing = false;
            return pause;
        } catch (DatabaseException e) {
            report(e);
        } catch (RuntimeException e) {
            log.error("Rescoring after a promotion failed and is retried", e);
        }
        return RETRY;
    }

    private void report(DatabaseException e) {
        if (!failing && !thread.isStopping()) {
            log.warn("Rescoring after a promotion waits: the database reports {}", e.getMessage());
        }
        failing = true;
    }
}
