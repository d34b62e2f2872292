package io.churnwatch.training.monitor;

import io.churnwatch.store.training.Filing;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.store.training.TrainingSchedule;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Files a training for each tick of a schedule: one, however many workers look, as the table {@code training_schedule} knows up
 * to which tick that was done. Of ticks that nobody was there for, the latest is made up for. A schedule begins when it is first
 * seen, so the ticks before it count for nothing.
 */
public record ScheduledRetraining(CronSchedule schedule, TrainingParameters parameters) {
    private static final String FILED_BY = "schedule ";

    /** Files the training of the latest tick at or before a time, unless that was done; empty then. */
    public Optional<Filing> fileIfDue(Handle handle, Instant now) {
        Optional<Instant> tick = schedule.latestTick(now);
        return tick.isEmpty()
                ? Optional.empty()
                : handle.inTransaction(transaction -> file(transaction, tick.get(), now));
    }

    private Optional<Filing> file(Handle handle, Instant tick, Instant now) {
        return TrainingSchedule.advance(handle, schedule.expression(), tick, now)
                ? Optional.of(
                        TrainingJobs.file(handle, parameters, JobCause.SCHEDULE, FILED_BY + schedule.expression()))
                : Optional.empty();
    }
}
