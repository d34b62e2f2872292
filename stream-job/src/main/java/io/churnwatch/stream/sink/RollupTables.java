package io.churnwatch.stream.sink;

import io.churnwatch.stream.rollup.AlertCountRow;
import io.churnwatch.stream.rollup.DistributionRow;
import io.churnwatch.stream.rollup.RiskSum;
import io.churnwatch.stream.rollup.RollupRow;
import io.churnwatch.stream.rollup.TrendRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a batch of rollups becomes rows of {@code risk_distribution}, {@code risk_trend} and {@code alert_count}. */
final class RollupTables implements BatchTables<RollupRow, RollupBatch> {
    private static final String WRITE =
            "INSERT INTO %1$s ({columns}) SELECT {values} FROM {batch}" + " ON CONFLICT (%2$s) DO UPDATE SET %3$s";

    private static final List<Column<DistributionRow>> DISTRIBUTION = List.of(
            Column.of("geography", "text", DistributionRow::geography),
            Column.of("bin", "int4", DistributionRow::bin),
            Column.of("customers", "int8", row -> row.sum().customers()),
            Column.of("exited", "int8", row -> row.sum().exited()),
            Column.of("high_risk", "int8", row -> row.sum().highRisk()),
            Column.of("mean_probability", "float8", row -> row.sum().meanProbability()),
            Column.of("value_at_risk", "numeric", row -> valueAtRisk(row.sum())));

    private static final List<Column<TrendRow>> TREND = List.of(
            Column.time("minute", TrendRow::minute),
            Column.of("geography", "text", TrendRow::geography),
            Column.of("customers", "int8", row -> row.sum().customers()),
            Column.of("mean_probability", "float8", row -> row.sum().meanProbability()),
            Column.of("high_risk", "int8", row -> row.sum().highRisk()),
            Column.of("value_at_risk", "numeric", row -> valueAtRisk(row.sum())));

    private static final List<Column<AlertCountRow>> ALERTS = List.of(
            Column.time("hour", AlertCountRow::hour),
            Column.of("alert_type", "text", row -> row.alertType().name()),
            Column.of("alerts", "int8", AlertCountRow::alerts));

    @Override
    public RollupBatch newBatch() {
        return new RollupBatch();
    }

    @Override
    public Statements<RollupBatch> prepare(Connection connection) throws SQLException {
        var distribution = new UnnestStatement<>(
                connection, DISTRIBUTION, upsert("risk_distribution", DISTRIBUTION, "geography", "bin"));
        var trend = new UnnestStatement<>(connection, TREND, upsert("risk_trend", TREND, "minute", "geography"));
        var alerts = new UnnestStatement<>(connection, ALERTS, upsert("alert_count", ALERTS, "hour", "alert_type"));
        return batch -> {
            distribution.execute(batch.distribution());
            trend.execute(batch.trend());
            alerts.execute(batch.alerts());
        };
    }

    private static <T> String upsert(String table, List<Column<T>> columns, String... key) {
        return WRITE.formatted(table, String.join(", ", key), Column.overwrite(columns, key));
    }

    private static BigDecimal valueAtRisk(RiskSum sum) {
        return BigDecimal.valueOf(sum.valueAtRiskCents(), 2);
    }
}
