package io.churnwatch.stream.rollup;

import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.score.CustomerResult;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Remembers where each customer is counted, and says what a result takes away there and adds elsewhere. */
public final class CompareContributions extends KeyedProcessFunction<Integer, CustomerResult, RollupDelta> {
    private transient ValueState<Contribution> counted;

    @Override
    public void open(OpenContext context) {
        counted = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("contribution", TypeInformation.of(Contribution.class)));
    }

    @Override
    public void processElement(CustomerResult result, Context context, Collector<RollupDelta> out) throws Exception {
        RiskScored score = result.score();
        Contribution before = counted.value();
        Contribution after = score == null ? null : Contribution.of(result, score);
        if (Objects.equals(before, after)) {
            return;
        }
        counted.update(after); // null clears it
        long minute = Minutes.of(context.timestamp());
        if (before != null && after != null && isSamePlace(before, after)) {
            out.collect(delta(after, minute, after.sum().minus(before.sum())));
            return;
        }
        leave(before, minute, out);
        enter(after, minute, out);
    }

    private static void leave(@Nullable Contribution place, long minute, Collector<RollupDelta> out) {
        if (place != null) {
            out.collect(delta(place, minute, place.sum().negated()));
        }
    }

    private static void enter(@Nullable Contribution place, long minute, Collector<RollupDelta> out) {
        if (place != null) {
            out.collect(delta(place, minute, place.sum()));
        }
    }

    private static boolean isSamePlace(Contribution before, Contribution after) {
        return before.bin() == after.bin() && Objects.equals(before.geography(), after.geography());
    }

    private static RollupDelta delta(Contribution place, long minute, RiskSum change) {
        return new RollupDelta(place.geography(), place.bin(), minute, change);
    }
}
