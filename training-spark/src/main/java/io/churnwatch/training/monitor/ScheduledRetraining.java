package io.churnwatch.training.monitor;

import io.churnwatch.store.training.Filing;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Files a training for each tick of a schedule: one, however many workers look, as the table {@code training_schedule} knows up
 * to which tick that was done. Of ticks that nobody was there for, the latest is made up for. A schedule begins when it is first
 * seen, so the ticks before it count for nothing.
 */
public record ScheduledRetraining(CronSchedule schedule, TrainingParameters parameters) {
    private static final String FILED_BY = "schedule ";

    /** Files the training of the latest tick at or before a time, unless that was done; empty then. */
    public Optional<Filing> fileIfDue(Connection connection, Instant now) throws SQLException {
        Optional<Instant> tick = schedule.latestTick(now);
        if (tick.isEmpty()) {
            return Optional.empty();
        }
        boolean manual = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            Optional<Filing> filing = isMineToFile(connection, tick.get(), now)
                    ? Optional.of(TrainingJobs.file(
                            connection, parameters, JobCause.SCHEDULE, FILED_BY + schedule.expression()))
                    : Optional.empty();
            connection.commit();
            return filing;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(manual);
        }
    }

    /** Whoever moves the row on files; the others wait for its transaction and then find it moved. */
    private boolean isMineToFile(Connection connection, Instant tick, Instant now) throws SQLException {
        begin(connection, now);
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE training_schedule SET last_tick = ? WHERE cron = ? AND last_tick < ?")) {
            update.setObject(1, tick.atOffset(ZoneOffset.UTC));
            update.setString(2, schedule.expression());
            update.setObject(3, tick.atOffset(ZoneOffset.UTC));
            return update.executeUpdate() == 1;
        }
    }

    private void begin(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO training_schedule (cron, last_tick) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, schedule.expression());
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
