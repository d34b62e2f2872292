package io.churnwatch.training.worker;

import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.training.QueuedJob;
import io.churnwatch.training.monitor.DriftCheck;
import io.churnwatch.training.monitor.ScheduledRetraining;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Checks for drift and queues the trainings of the schedule while no training waits. */
final class Monitoring {
    /** How often it checks whether something is due, which is how late a tick may be served. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(10);

    private static final Duration RETRY = Duration.ofMinutes(10);

    private final DriftCheck check;
    private final Optional<ScheduledRetraining> schedule;
    private final Clock clock;
    private final WorkerLog log;
    private Instant nextPoll = Instant.MIN;
    private Instant nextCheck = Instant.MIN;

    Monitoring(WorkerConfig config, Clock clock, WorkerLog log) {
        this.check = new DriftCheck(config.database(), config.monitoring(), clock);
        this.schedule = config.monitoring()
                .schedule()
                .map(cron -> new ScheduledRetraining(cron, config.monitoring().retraining()));
        this.clock = clock;
        this.log = log;
    }

    /** Does what is due. It logs a failed check and repeats it later, so that trainings do not wait for it. */
    void runDue(Handle handle, ReusedSpark spark) {
        Instant now = clock.instant();
        if (now.isBefore(nextPoll)) {
            return;
        }
        nextPoll = now.plus(POLL_INTERVAL);
        queueIfDue(handle, now);
        if (!now.isBefore(nextCheck)) {
            checkIfDue(spark, now);
        }
    }

    private void queueIfDue(Handle handle, Instant now) {
        if (schedule.isPresent()) {
            Optional<QueuedJob> queued = schedule.get().queueIfDue(handle, now);
            queued.ifPresent(job -> log.info("the schedule queued training " + job.jobId()));
        }
    }

    private void checkIfDue(ReusedSpark spark, Instant now) {
        try {
            Optional<DriftReport> report = check.runIfDue(spark::session);
            report.ifPresent(found -> {
                spark.used();
                log.info("drift report " + found.id() + ": " + found.decision());
            });
        } catch (Exception e) { // Spark's are checked, and Scala declares none of them
            spark.used();
            nextCheck = now.plus(RETRY);
            log.info("drift check failed; the next attempt is in " + RETRY.toMinutes() + " minutes: " + e.getMessage());
        }
    }
}
