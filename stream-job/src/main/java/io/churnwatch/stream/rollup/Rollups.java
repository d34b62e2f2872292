package io.churnwatch.stream.rollup;

import io.churnwatch.stream.score.CustomerResult;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From results to sums over customers and alerts. */
public final class Rollups {
    /** Attaches the operators. The few keys of the sums need no more than one task, which writes them in their order. */
    public static DataStream<RollupRow> define(DataStream<CustomerResult> results) {
        return risks(results).union(alerts(results));
    }

    private static DataStream<RollupRow> risks(DataStream<CustomerResult> results) {
        return results.process(new CompareContributions())
                .uid("compare-contributions")
                .name("Compare contributions")
                .transform("Merge deltas", TypeInformation.of(RollupDelta.class), new MergeDeltas())
                .uid("merge-deltas")
                .keyBy(RollupDelta::geographyKey)
                .process(new RollUpGeography())
                .uid("roll-up-geography")
                .name("Roll up each geography")
                .setParallelism(1);
    }

    private static DataStream<RollupRow> alerts(DataStream<CustomerResult> results) {
        return results.filter(result -> result.alert() != null)
                .uid("select-alerts-to-count")
                .name("Select alerts to count")
                .keyBy(result ->
                        Objects.requireNonNull(result.alert()).alertType().name())
                .process(new CountAlerts())
                .uid("count-alerts")
                .name("Count alerts")
                .setParallelism(1);
    }

    private Rollups() {}
}
