package io.churnwatch.stream.rollup;

import io.churnwatch.risk.AlertType;
import io.churnwatch.stream.score.CustomerResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts the alerts of one type by hour of log time. An hour is a few bytes of state, which are never removed. */
public final class CountAlerts extends KeyedProcessFunction<String, CustomerResult, RollupRow> {
    private transient RollupState<Instant, Long> hours;

    @Override
    public void open(OpenContext context) {
        hours = new RollupState<>(getRuntimeContext(), "hours", Types.INSTANT, Types.LONG);
    }

    @Override
    public void processElement(CustomerResult result, Context context, Collector<RollupRow> out) throws Exception {
        Instant hour = Objects.requireNonNull(result.alert()).raisedAt().truncatedTo(ChronoUnit.HOURS);
        Long counted = hours.get(hour);
        hours.put(hour, counted == null ? 1 : counted + 1);
        context.timerService()
                .registerProcessingTimeTimer(
                        WriteTick.after(context.timerService().currentProcessingTime()));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<RollupRow> out) throws Exception {
        AlertType type = AlertType.valueOf(context.getCurrentKey());
        for (Map.Entry<Instant, Long> hour : hours.unwritten(context.getCurrentKey())) {
            out.collect(RollupRow.of(new AlertCountRow(hour.getKey(), type, hour.getValue())));
        }
        hours.clearUnwritten();
    }
}
