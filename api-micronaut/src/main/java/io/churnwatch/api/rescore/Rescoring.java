package io.churnwatch.api.rescore;

import io.churnwatch.Topics;
import io.churnwatch.api.ApiConfig;
import io.churnwatch.api.database.Database;
import io.churnwatch.api.kafka.Message;
import io.churnwatch.api.kafka.MessagePublisher;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a RESCORE of every customer on the feed once a new champion is in force, at a rate that live updates do not feel.
 * Each step is a transaction that holds the run's row, so that one instance at a time takes one, and the next begins
 * where the cursor is; what a crash has repeated the job drops by its event id.
 */
@Singleton
final class Rescoring {
    private static final Logger log = LoggerFactory.getLogger(Rescoring.class);

    private static final String SOURCE = "promotion";
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

    private final Database database;
    private final RescoreStore runs;
    private final MessagePublisher publisher;
    private final Clock clock;
    private final int perSecond;
    private Instant lastReport = Instant.EPOCH;

    Rescoring(Database database, RescoreStore runs, ApiConfig config, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.runs = runs;
        this.clock = clock;
        perSecond = config.rescoresPerSecond();
        publisher = new MessagePublisher("rescore", config.kafka(), metrics);
    }

    /** Does what is due; returns how long to wait before the next step. */
    Duration step() {
        return database.inTransaction(connection -> {
            Optional<Long> promotion = runs.promotionInForce(connection);
            return promotion.isPresent() ? step(connection, promotion.get()) : IDLE;
        });
    }

    /** A send that waits for Kafka gives up. */
    void close() {
        publisher.close();
    }

    private Duration step(Connection connection, long promotionId) throws SQLException {
        if (!runs.isKnown(connection, promotionId)) {
            return runs.begin(connection, promotionId) ? Duration.ZERO : IDLE;
        }
        Optional<RescoreRun> run = runs.lock(connection, promotionId);
        if (run.isEmpty()) {
            return IDLE;
        }
        if (runs.endIfRefused(connection, run.get())) {
            log.warn(
                    "The job refuses {}: nobody is scored again by it",
                    run.get().modelVersion());
            return IDLE;
        }
        return run.get().isPassSent() ? settle(connection, run.get()) : send(connection, run.get());
    }

    private Duration send(Connection connection, RescoreRun run) throws SQLException {
        int allowance = run.allowance(perSecond);
        if (allowance == 0) {
            return TICK;
        }
        List<Long> customers = runs.customers(connection, run, allowance);
        if (customers.isEmpty()) {
            runs.endPass(connection, run);
            return Duration.ZERO;
        }
        int sent = publisher.publish(messages(run, customers)).size();
        if (sent > 0) {
            runs.advance(connection, run, customers.get(sent - 1), sent);
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
    private Duration settle(Connection connection, RescoreRun run) throws SQLException {
        long remaining = runs.remaining(connection, run);
        runs.saveRemaining(connection, run, remaining);
        switch (run.after(remaining)) {
            case WAIT -> {}
            case NEXT_PASS -> {
                log.info(
                        "{} customers have a score by another model than {}; asking again",
                        remaining,
                        run.modelVersion());
                runs.beginNextPass(connection, run, remaining);
            }
            case FINISH -> {
                log.info("Every customer's latest score is by {}", run.modelVersion());
                runs.finish(connection, run);
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
