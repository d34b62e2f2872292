package io.churnwatch.stream.rollup;

import org.jspecify.annotations.Nullable;

/** An absolute value to write: one of its parts is set. (A sealed type would travel by Kryo.) */
public record RollupRow(
        @Nullable DistributionRow distribution,
        @Nullable TrendRow trend,
        @Nullable AlertCountRow alerts) {

    static RollupRow of(DistributionRow row) {
        return new RollupRow(row, null, null);
    }

    static RollupRow of(TrendRow row) {
        return new RollupRow(null, row, null);
    }

    static RollupRow of(AlertCountRow row) {
        return new RollupRow(null, null, row);
    }
}
