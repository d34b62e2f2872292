package io.churnwatch.training.worker;

import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.training.Filing;
import io.churnwatch.training.monitor.DriftWatch;
import io.churnwatch.training.monitor.ScheduledRetraining;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a worker does while no training waits: it looks at the live customers, and files the trainings of the schedule. */
final class Monitoring {
    /** How often it is looked whether something is due; a tick is served within that time. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(10);

    private static final Duration RETRY = Duration.ofMinutes(10);

    private final DriftWatch watch;
    private final Optional<ScheduledRetraining> schedule;
    private final Clock clock;
    private final WorkerLog log;
    private Instant nextPoll = Instant.MIN;
    private Instant nextLook = Instant.MIN;

    Monitoring(WorkerConfig config, Clock clock, WorkerLog log) {
        this.watch = new DriftWatch(config.database(), config.monitoring(), clock);
        this.schedule = config.monitoring()
                .schedule()
                .map(cron -> new ScheduledRetraining(cron, config.monitoring().retraining()));
        this.clock = clock;
        this.log = log;
    }

    /** Does what is due. A look that fails is told and tried again later; it keeps no training waiting for long. */
    void runDue(Handle handle, ReusedSpark spark) {
        Instant now = clock.instant();
        if (now.isBefore(nextPoll)) {
            return;
        }
        nextPoll = now.plus(POLL_INTERVAL);
        fileIfDue(handle, now);
        if (!now.isBefore(nextLook)) {
            lookIfDue(spark, now);
        }
    }

    private void fileIfDue(Handle handle, Instant now) {
        if (schedule.isPresent()) {
            Optional<Filing> filing = schedule.get().fileIfDue(handle, now);
            filing.ifPresent(filed -> log.say("the schedule asks for training " + filed.jobId()));
        }
    }

    private void lookIfDue(ReusedSpark spark, Instant now) {
        try {
            Optional<DriftReport> report = watch.lookIfDue(spark::session);
            report.ifPresent(found -> {
                spark.used();
                log.say("drift report " + found.id() + ": " + found.decision());
            });
        } catch (Exception e) { // Spark's are checked, and Scala declares none of them
            spark.used();
            nextLook = now.plus(RETRY);
            log.say("could not look for drift, and tries again in " + RETRY.toMinutes() + " minutes: "
                    + e.getMessage());
        }
    }
}
