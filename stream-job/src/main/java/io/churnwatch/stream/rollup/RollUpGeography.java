package io.churnwatch.stream.rollup;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Holds the sums of one geography. Rows go out a second after something changed, so they are never far behind, and once
 * more when log time has passed a minute, so its row is exact for its end.
 */
public final class RollUpGeography extends KeyedProcessFunction<String, RollupDelta, RollupRow> {
    /** Of the minutes not closed yet, as many are written while they run: more are there only while a backlog is read. */
    static final int RUNNING_MAX = 3;

    private transient RollupState<Integer, RiskSum> bins;
    private transient MapState<Long, RiskSum> openMinutes;
    private transient ValueState<ClosedMinute> lastClosed;
    private transient Counter late;

    /**
     * The sum over all bins at the end of a minute.
     *
     * @param minute of log time, since 1970
     */
    public record ClosedMinute(long minute, RiskSum sum) {
        static final ClosedMinute NONE = new ClosedMinute(Long.MIN_VALUE, RiskSum.ZERO);
    }

    @Override
    public void open(OpenContext context) {
        TypeInformation<RiskSum> sum = TypeInformation.of(RiskSum.class);
        bins = new RollupState<>(getRuntimeContext(), "bins", Types.INT, sum);
        openMinutes = getRuntimeContext().getMapState(new MapStateDescriptor<>("open-minutes", Types.LONG, sum));
        lastClosed = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("last-closed", TypeInformation.of(ClosedMinute.class)));
        late = getRuntimeContext().getMetricGroup().addGroup("churnwatch").counter("late_rollup_deltas");
    }

    @Override
    public void processElement(RollupDelta delta, Context context, Collector<RollupRow> out) throws Exception {
        bins.put(delta.bin(), plus(bins.get(delta.bin()), delta.change()));
        long minute = minuteOf(delta);
        openMinutes.put(minute, plus(openMinutes.get(minute), delta.change()));
        context.timerService().registerEventTimeTimer(Minutes.lastMilli(minute));
        context.timerService()
                .registerProcessingTimeTimer(
                        WriteTick.after(context.timerService().currentProcessingTime()));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<RollupRow> out) throws Exception {
        String geography = RollupDelta.geographyOf(context.getCurrentKey());
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            closeMinutes(geography, Minutes.of(time), out);
        } else {
            writeBins(geography, bins.unwritten(context.getCurrentKey()), out);
            writeRunningMinutes(geography, out);
        }
    }

    /** A delta that comes after its minute was closed counts in the last closed one: the newest row is always right. */
    private long minuteOf(RollupDelta delta) throws Exception {
        long closed = lastClosed().minute();
        if (delta.minute() <= closed) {
            late.inc();
        }
        return Math.max(delta.minute(), closed);
    }

    private void closeMinutes(@Nullable String geography, long through, Collector<RollupRow> out) throws Exception {
        ClosedMinute closed = lastClosed();
        for (Map.Entry<Long, RiskSum> open :
                sortedOpenMinutes().headMap(through, true).entrySet()) {
            closed = new ClosedMinute(open.getKey(), closed.sum().plus(open.getValue()));
            out.collect(trend(geography, closed.minute(), closed.sum()));
            openMinutes.remove(open.getKey());
        }
        lastClosed.update(closed);
    }

    private void writeBins(
            @Nullable String geography, Iterable<Map.Entry<Integer, RiskSum>> due, Collector<RollupRow> out) {
        for (Map.Entry<Integer, RiskSum> bin : due) {
            out.collect(RollupRow.of(new DistributionRow(geography, bin.getKey(), bin.getValue())));
        }
        bins.clearUnwritten();
    }

    private void writeRunningMinutes(@Nullable String geography, Collector<RollupRow> out) throws Exception {
        NavigableMap<Long, RiskSum> open = sortedOpenMinutes();
        int unwritten = open.size() - RUNNING_MAX;
        RiskSum sum = lastClosed().sum();
        for (Map.Entry<Long, RiskSum> minute : open.entrySet()) {
            sum = sum.plus(minute.getValue());
            if (unwritten-- <= 0) {
                out.collect(trend(geography, minute.getKey(), sum));
            }
        }
    }

    private static RollupRow trend(@Nullable String geography, long minute, RiskSum sum) {
        return RollupRow.of(new TrendRow(Minutes.start(minute), geography, sum));
    }

    private ClosedMinute lastClosed() throws Exception {
        return Objects.requireNonNullElse(lastClosed.value(), ClosedMinute.NONE);
    }

    private NavigableMap<Long, RiskSum> sortedOpenMinutes() throws Exception {
        NavigableMap<Long, RiskSum> sorted = new TreeMap<>();
        for (Map.Entry<Long, RiskSum> minute : openMinutes.entries()) {
            sorted.put(minute.getKey(), minute.getValue());
        }
        return sorted;
    }

    private static RiskSum plus(@Nullable RiskSum sum, RiskSum change) {
        return Objects.requireNonNullElse(sum, RiskSum.ZERO).plus(change);
    }
}
