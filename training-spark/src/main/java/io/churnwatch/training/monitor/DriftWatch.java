package io.churnwatch.training.monitor;

import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.training.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * Looks once in an interval, whichever worker comes first. The first look at a champion is due an interval after its promotion:
 * by then its scores have come in.
 */
public final class DriftWatch {
    private static final String DUE = """
            SELECT greatest(p.since, (SELECT max(checked_at) FROM drift_report)) < now() - make_interval(secs => ?)
            FROM (SELECT max(effective_at) AS since FROM model_promotion
                  WHERE role = 'CHAMPION' AND effective_at <= now()) p""";

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
    public Optional<DriftReport> lookIfDue(Supplier<SparkSession> spark) throws SQLException {
        if (config.interval().isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = database.connect()) { // its end gives the lock back, also after a failure
            return isDue(connection, config.interval().get())
                            && isAlone(connection)
                            && isDue(connection, config.interval().get()) // nobody has looked in between
                    ? Optional.of(new DriftCheck(database, config, clock).run(spark.get()))
                    : Optional.empty();
        }
    }

    private static boolean isDue(Connection connection, Duration interval) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setDouble(1, interval.toMillis() / 1e3);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1); // false without a champion
            }
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pg_try_advisory_lock(hashtext('churnwatch.drift.look'))")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
