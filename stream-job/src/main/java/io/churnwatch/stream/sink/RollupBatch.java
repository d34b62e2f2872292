package io.churnwatch.stream.sink;

import io.churnwatch.risk.AlertType;
import io.churnwatch.stream.rollup.AlertCountRow;
import io.churnwatch.stream.rollup.DistributionRow;
import io.churnwatch.stream.rollup.RollupRow;
import io.churnwatch.stream.rollup.TrendRow;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rollups that are written together; of several values of a row the last stands. */
final class RollupBatch implements Batch<RollupRow> {
    private final Map<Bin, DistributionRow> distribution = new LinkedHashMap<>();
    private final Map<Minute, TrendRow> trend = new LinkedHashMap<>();
    private final Map<Hour, AlertCountRow> alerts = new LinkedHashMap<>();

    private record Bin(@Nullable String geography, int bin) {}

    private record Minute(Instant minute, @Nullable String geography) {}

    private record Hour(Instant hour, AlertType type) {}

    @Override
    public void add(RollupRow row) {
        if (row.distribution() != null) {
            distribution.put(
                    new Bin(row.distribution().geography(), row.distribution().bin()), row.distribution());
        }
        if (row.trend() != null) {
            trend.put(new Minute(row.trend().minute(), row.trend().geography()), row.trend());
        }
        if (row.alerts() != null) {
            alerts.put(new Hour(row.alerts().hour(), row.alerts().alertType()), row.alerts());
        }
    }

    @Override
    public int size() {
        return distribution.size() + trend.size() + alerts.size();
    }

    Collection<DistributionRow> distribution() {
        return distribution.values();
    }

    Collection<TrendRow> trend() {
        return trend.values();
    }

    Collection<AlertCountRow> alerts() {
        return alerts.values();
    }
}
