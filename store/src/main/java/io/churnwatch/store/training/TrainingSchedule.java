package io.churnwatch.store.training;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The table {@code training_schedule}: up to which tick the trainings of a schedule are queued. */
public final class TrainingSchedule {

    /**
     * Moves a schedule on to a tick. Other workers wait for the caller's transaction, and then find it moved.
     *
     * @param now where a schedule begins that was never seen before: earlier ticks count for nothing
     * @return whether this call moved it, so that the caller queues
     */
    public static boolean advance(Handle handle, String cron, Instant tick, Instant now) {
        handle.createUpdate(
                        "INSERT INTO training_schedule (cron, last_tick) VALUES (:cron, :now) ON CONFLICT DO NOTHING")
                .bind("cron", cron)
                .bind("now", now)
                .execute();
        return handle.createUpdate(
                                "UPDATE training_schedule SET last_tick = :tick WHERE cron = :cron AND last_tick < :tick")
                        .bind("cron", cron)
                        .bind("tick", tick)
                        .execute()
                == 1;
    }

    private TrainingSchedule() {}
}
