package io.churnwatch.training.monitor;

import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.QueuedJob;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.store.training.TrainingSchedule;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Queues one training for each tick of a schedule, however many workers check: the table {@code training_schedule} has the last
 * tick that was queued. Of the ticks while no worker ran, only the latest is queued. A schedule begins when a worker first sees it.
 */
public record ScheduledRetraining(CronSchedule schedule, TrainingParameters parameters) {
    private static final String REQUESTED_BY = "schedule ";

    /** Queues the training of the latest tick at or before a time; returns empty if that is queued already. */
    public Optional<QueuedJob> queueIfDue(Handle handle, Instant now) {
        Optional<Instant> tick = schedule.latestTick(now);
        return tick.isEmpty()
                ? Optional.empty()
                : handle.inTransaction(transaction -> queue(transaction, tick.get(), now));
    }

    private Optional<QueuedJob> queue(Handle handle, Instant tick, Instant now) {
        return TrainingSchedule.advance(handle, schedule.expression(), tick, now)
                ? Optional.of(
                        TrainingJobs.queue(handle, parameters, JobCause.SCHEDULE, REQUESTED_BY + schedule.expression()))
                : Optional.empty();
    }
}
