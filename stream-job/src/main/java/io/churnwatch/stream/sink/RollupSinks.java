package io.churnwatch.stream.sink;

import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.rollup.RiskSum;
import io.churnwatch.stream.rollup.RollupRow;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.flink.api.connector.sink2.Sink;
import org.jspecify.annotations.Nullable;

/**
 * The rollups' tables, each written by Flink's own {@code JdbcSink}: few rows, and absolute values, so a repeated row is the same row.
 * A batch may hold several values of one row, and the last must win: the driver's {@code reWriteBatchedInserts} stays off, as it merges
 * them into one statement, which PostgreSQL refuses.
 */
public final class RollupSinks {
    /** To {@code risk_distribution}: rows with a {@link RollupRow#distribution}. */
    public static Sink<RollupRow> distribution(DatabaseConfig database) {
        return new TableSink<>(
                database,
                "INSERT INTO risk_distribution"
                        + " (geography, bin, customers, exited, high_risk, mean_probability, value_at_risk)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (geography, bin) DO UPDATE SET"
                        + " customers = excluded.customers, exited = excluded.exited, high_risk = excluded.high_risk,"
                        + " mean_probability = excluded.mean_probability, value_at_risk = excluded.value_at_risk",
                (statement, rollup) -> {
                    var row = Objects.requireNonNull(rollup.distribution());
                    statement.setString(1, row.geography());
                    statement.setInt(2, row.bin());
                    statement.setLong(3, row.sum().customers());
                    statement.setLong(4, row.sum().exited());
                    statement.setLong(5, row.sum().highRisk());
                    setDouble(statement, 6, row.sum().meanProbability());
                    statement.setBigDecimal(7, valueAtRisk(row.sum()));
                });
    }

    /** To {@code risk_trend}: rows with a {@link RollupRow#trend}. */
    public static Sink<RollupRow> trend(DatabaseConfig database) {
        return new TableSink<>(
                database,
                "INSERT INTO risk_trend (minute, geography, customers, mean_probability, high_risk, value_at_risk)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (minute, geography) DO UPDATE SET"
                        + " customers = excluded.customers, mean_probability = excluded.mean_probability,"
                        + " high_risk = excluded.high_risk, value_at_risk = excluded.value_at_risk",
                (statement, rollup) -> {
                    var row = Objects.requireNonNull(rollup.trend());
                    setTime(statement, 1, row.minute());
                    statement.setString(2, row.geography());
                    statement.setLong(3, row.sum().customers());
                    setDouble(statement, 4, row.sum().meanProbability());
                    statement.setLong(5, row.sum().highRisk());
                    statement.setBigDecimal(6, valueAtRisk(row.sum()));
                });
    }

    /** To {@code alert_count}: rows with {@link RollupRow#alerts}. */
    public static Sink<RollupRow> alertCount(DatabaseConfig database) {
        return new TableSink<>(
                database,
                "INSERT INTO alert_count (hour, alert_type, alerts) VALUES (?, ?, ?)"
                        + " ON CONFLICT (hour, alert_type) DO UPDATE SET alerts = excluded.alerts",
                (statement, rollup) -> {
                    var row = Objects.requireNonNull(rollup.alerts());
                    setTime(statement, 1, row.hour());
                    statement.setString(2, row.alertType().name());
                    statement.setLong(3, row.alerts());
                });
    }

    private static void setTime(PreparedStatement statement, int position, Instant time) throws SQLException {
        statement.setObject(position, time.atOffset(ZoneOffset.UTC));
    }

    private static void setDouble(PreparedStatement statement, int position, @Nullable Double value)
            throws SQLException {
        statement.setObject(position, value, Types.DOUBLE);
    }

    private static BigDecimal valueAtRisk(RiskSum sum) {
        return BigDecimal.valueOf(sum.valueAtRiskCents(), 2);
    }

    private RollupSinks() {}
}
