package io.churnwatch.stream.rollup;

import io.churnwatch.stream.score.CustomerResult;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;

/** From results to sums over customers and alerts. */
public final class Rollups {
    /**
     * Attaches the operators.
     *
     * @param results as the operator that is keyed by customer gives them: they stay where they are
     */
    public static DataStream<RollupRow> define(DataStream<CustomerResult> results) {
        return risks(results).union(alerts(results));
    }

    private static DataStream<RollupRow> risks(DataStream<CustomerResult> results) {
        return DataStreamUtils.reinterpretAsKeyedStream(results, CustomerResult::customerId, Types.INT)
                .process(new CompareContributions())
                .uid("compare-contributions")
                .name("Compare contributions")
                .transform("Merge deltas", TypeInformation.of(RollupDelta.class), new MergeDeltas())
                .uid("merge-deltas")
                .keyBy(RollupDelta::geographyKey)
                .process(new RollUpGeography())
                .uid("roll-up-geography")
                .name("Roll up each geography");
    }

    private static DataStream<RollupRow> alerts(DataStream<CustomerResult> results) {
        return results.filter(result -> result.alert() != null)
                .uid("select-alerts-to-count")
                .name("Select alerts to count")
                .keyBy(result ->
                        Objects.requireNonNull(result.alert()).alertType().name())
                .process(new CountAlerts())
                .uid("count-alerts")
                .name("Count alerts");
    }

    private Rollups() {}
}
