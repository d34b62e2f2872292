package io.churnwatch.api.rescore;

import io.churnwatch.Topics;
import io.churnwatch.api.ApiConfig;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.api.kafka.Message;
import io.churnwatch.api.kafka.MessagePublisher;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a RESCORE of every customer on the feed once a new champion is in force, at a rate that does not slow live updates.
 * Each step is a transaction that locks the run's row, so that one instance at a time takes a step, and the next starts at
 * the cursor. The job drops repetitions after a crash by their event ids.
 */
@Singleton
final class Rescoring {
    private static final Logger log = LoggerFactory.getLogger(Rescoring.class);

    private static final String SOURCE = "promotion";
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

    private final DatabasePool database;
    private final RescoreStore runs;
    private final MessagePublisher publisher;
    private final Clock clock;
    private final int perSecond;
    private Instant lastReport = Instant.EPOCH;

    Rescoring(DatabasePool database, RescoreStore runs, ApiConfig config, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.runs = runs;
        this.clock = clock;
        perSecond = config.rescoresPerSecond();
        publisher = new MessagePublisher("rescore", config.kafka(), metrics);
    }

    /** Runs one step; returns how long to wait before the next. */
    Duration step() {
        return database.inTransaction(handle -> {
            Optional<Long> promotion = runs.promotionInForce(handle);
            return promotion.isPresent() ? step(handle, promotion.get()) : IDLE;
        });
    }

    /** A send that waits for Kafka gives up. */
    void close() {
        publisher.close();
    }

    private Duration step(Handle handle, long promotionId) {
        if (!runs.isKnown(handle, promotionId)) {
            return runs.begin(handle, promotionId) ? Duration.ZERO : IDLE;
        }
        Optional<RescoreRun> run = runs.lock(handle, promotionId);
        if (run.isEmpty()) {
            return IDLE;
        }
        if (runs.endIfRefused(handle, run.get())) {
            log.warn(
                    "The job rejects {}: no customer is rescored by it",
                    run.get().modelVersion());
            return IDLE;
        }
        return run.get().isPassSent() ? settle(handle, run.get()) : send(handle, run.get());
    }

    private Duration send(Handle handle, RescoreRun run) {
        int allowance = run.allowance(perSecond);
        if (allowance == 0) {
            return TICK;
        }
        List<Long> customers = runs.customers(handle, run, allowance);
        if (customers.isEmpty()) {
            runs.endPass(handle, run);
            return Duration.ZERO;
        }
        int sent = publisher.publish(messages(run, customers)).size();
        if (sent > 0) {
            runs.advance(handle, run, customers.get(sent - 1), sent);
        }
        report(run, run.sent() + sent);
        return sent == customers.size() ? TICK : IDLE;
    }

    private List<Message> messages(RescoreRun run, List<Long> customers) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return customers.stream()
                .map(customerId -> message(run.eventId(customerId), customerId, now))
                .toList();
    }

    private static Message message(String eventId, long customerId, Instant now) {
        CustomerUpdate rescore =
                new CustomerUpdate(eventId, customerId, now, UpdateOp.RESCORE, SOURCE, CustomerProfile.UNKNOWN);
        String json = new String(CustomerUpdateJson.write(rescore), StandardCharsets.UTF_8);
        return new Message(Topics.CUSTOMER_UPDATES, Long.toString(customerId), eventId, json);
    }

    /** Waits until no latest score is by another model. */
    private Duration settle(Handle handle, RescoreRun run) {
        long remaining = runs.remaining(handle, run);
        runs.saveRemaining(handle, run, remaining);
        switch (run.after(remaining)) {
            case WAIT -> {}
            case NEXT_PASS -> {
                log.info(
                        "{} customers have a score by another model than {}; asking again",
                        remaining,
                        run.modelVersion());
                runs.beginNextPass(handle, run, remaining);
            }
            case FINISH -> {
                log.info("Every customer's latest score is by {}", run.modelVersion());
                runs.finish(handle, run);
            }
        }
        return run.pauseBeforeCount();
    }

    private void report(RescoreRun run, long sent) {
        Instant now = clock.instant();
        if (now.isAfter(lastReport.plus(REPORT_INTERVAL))) {
            log.info("Scoring again by {}: {} of {} customers asked for", run.modelVersion(), sent, run.customers());
            lastReport = now;
        }
    }
}
