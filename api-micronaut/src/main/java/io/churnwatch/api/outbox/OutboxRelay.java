package io.churnwatch.api.outbox;

import io.churnwatch.api.ApiConfig;
import io.churnwatch.api.StoppableThread;
import io.churnwatch.api.kafka.MessagePublisher;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.DatabaseErrors;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox to Kafka in the order of its ids. One API instance at a time publishes, the holder of an advisory
 * lock; a message whose mark was lost in a crash is sent again with the same event id, so that consumers drop it.
 */
@Singleton
final class OutboxRelay implements ApplicationEventListener<ServerStartupEvent>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final long LOCK = 0x6368_7572_6e6f_7574L; // "churnout"
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ApiConfig config;
    private final OutboxStore store;
    private final MessagePublisher publisher;
    private final Clock clock;
    private final StoppableThread thread = new StoppableThread("outbox-relay", this::relayUntilStopped);
    private volatile double oldestSeconds;
    private boolean databaseAway;

    OutboxRelay(ApiConfig config, OutboxStore store, Clock clock, MeterRegistry metrics) {
        this.config = config;
        this.store = store;
        publisher = new MessagePublisher("outbox", config.kafka(), metrics);
        this.clock = clock;
        Gauge.builder("churnwatch.outbox.oldest", () -> oldestSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest message that waits, as the publishing instance sees it")
                .register(metrics);
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        thread.start();
    }

    @PreDestroy
    @Override
    public void close() {
        thread.stop(publisher::close, RETRY); // a send that waits for Kafka gives up
    }

    private void relayUntilStopped() {
        do {
            try (Handle session = openSession()) {
                relayWhenLocked(session);
            } catch (JdbiException e) {
                reportDatabaseAway(e);
            } catch (RuntimeException e) {
                log.error("The outbox relay failed and starts again", e);
            }
        } while (!thread.stopsWithin(RETRY));
    }

    /** Does not use the pool: the lock lives as long as its session. */
    private Handle openSession() {
        return config.database(ConnectionLimits.API).open();
    }

    private void relayWhenLocked(Handle session) {
        while (!isLocked(session)) {
            if (thread.stopsWithin(RETRY)) {
                return;
            }
        }
        log.info("This instance publishes the outbox");
        databaseAway = false;
        relay(session);
    }

    private static boolean isLocked(Handle session) {
        return session.select("SELECT pg_try_advisory_lock(?) AS locked", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    private void relay(Handle session) {
        Duration pause = Duration.ZERO;
        while (!thread.stopsWithin(pause)) {
            pause = publishBatch(session);
        }
    }

    /** Publishes waiting messages; returns the pause before the next batch. */
    private Duration publishBatch(Handle session) {
        List<OutboxMessage> waiting = store.unpublished(session, BATCH);
        oldestSeconds = waiting.isEmpty() ? 0 : ageSeconds(waiting.get(0));
        if (waiting.isEmpty()) {
            return IDLE;
        }
        List<Instant> logged =
                publisher.publish(waiting.stream().map(OutboxMessage::message).toList());
        store.markPublished(session, waiting.subList(0, logged.size()), logged);
        if (logged.size() < waiting.size()) {
            return RETRY;
        }
        return waiting.size() == BATCH ? Duration.ZERO : IDLE;
    }

    private double ageSeconds(OutboxMessage message) {
        return Duration.between(message.createdAt(), clock.instant()).toMillis() / 1000.0;
    }

    private void reportDatabaseAway(JdbiException e) {
        if (!databaseAway && !thread.isStopping()) {
            log.warn("The outbox waits: the database is away ({})", DatabaseErrors.message(e));
        }
        databaseAway = true;
    }
}
