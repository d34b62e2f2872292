package io.churnwatch.training.monitor;

import io.churnwatch.store.Database;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.DriftReports;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.Handle;

/**
 * Looks once in an interval, whichever worker comes first. The first look at a champion is due an interval after its promotion:
 * by then its scores have come in.
 */
public final class DriftWatch {
    private final Database database;
    private final MonitoringConfig config;
    private final Clock clock;

    public DriftWatch(Database database, MonitoringConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Looks if it is time to.
     *
     * @param spark asked for only then
     * @return the report; empty when it is not time, or another worker is at it
     */
    public Optional<DriftReport> lookIfDue(Supplier<SparkSession> spark) {
        if (config.interval().isEmpty()) {
            return Optional.empty();
        }
        try (Handle handle = database.open()) { // its end gives the lock back, also after a failure
            return DriftReports.isDue(handle, config.interval().get())
                            && isAlone(handle)
                            && DriftReports.isDue(handle, config.interval().get()) // nobody has looked in between
                    ? Optional.of(new DriftCheck(database, config, clock).run(spark.get()))
                    : Optional.empty();
        }
    }

    private static boolean isAlone(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_lock(hashtext('churnwatch.drift.look'))")
                .mapTo(Boolean.class)
                .one();
    }
}
