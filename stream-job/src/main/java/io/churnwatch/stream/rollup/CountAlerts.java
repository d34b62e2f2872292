package io.churnwatch.stream.rollup;

import io.churnwatch.risk.AlertType;
import io.churnwatch.stream.score.CustomerResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts the alerts of one type by hour of log time. An hour is a few bytes of state and is kept for ever. */
public final class CountAlerts extends KeyedProcessFunction<String, CustomerResult, RollupRow> {
    private transient MapState<Instant, Long> hours;
    private transient MapState<Instant, Long> unwrittenHours;

    /** Types written since the task began, as in {@link RollUpGeography}. */
    private transient Set<String> written;

    @Override
    public void open(OpenContext context) {
        hours = getRuntimeContext().getMapState(new MapStateDescriptor<>("hours", Types.INSTANT, Types.LONG));
        unwrittenHours =
                getRuntimeContext().getMapState(new MapStateDescriptor<>("unwritten-hours", Types.INSTANT, Types.LONG));
        written = new HashSet<>();
    }

    @Override
    public void processElement(CustomerResult result, Context context, Collector<RollupRow> out) throws Exception {
        Instant hour = Objects.requireNonNull(result.alert()).raisedAt().truncatedTo(ChronoUnit.HOURS);
        Long counted = hours.get(hour);
        long alerts = counted == null ? 1 : counted + 1;
        hours.put(hour, alerts);
        unwrittenHours.put(hour, alerts);
        context.timerService()
                .registerProcessingTimeTimer(
                        WriteTick.after(context.timerService().currentProcessingTime()));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<RollupRow> out) throws Exception {
        AlertType type = AlertType.valueOf(context.getCurrentKey());
        MapState<Instant, Long> due = written.add(context.getCurrentKey()) ? hours : unwrittenHours;
        for (Map.Entry<Instant, Long> hour : due.entries()) {
            out.collect(RollupRow.of(new AlertCountRow(hour.getKey(), type, hour.getValue())));
        }
        unwrittenHours.clear();
    }
}
