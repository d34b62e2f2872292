package io.churnwatch.stream.rollup;

import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.Standing;
import java.util.Objects;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Turns a result into deltas: one takes the customer away from the old place, one adds the customer to the new. */
public final class CompareContributions extends ProcessFunction<CustomerResult, RollupDelta> {
    @Override
    public void processElement(CustomerResult result, Context context, Collector<RollupDelta> out) {
        Contribution before = contribution(result.before());
        Contribution after = contribution(result.after());
        if (Objects.equals(before, after)) {
            return;
        }
        long minute = Minutes.of(context.timestamp());
        if (before != null && after != null && isSamePlace(before, after)) {
            out.collect(delta(after, minute, after.sum().minus(before.sum())));
            return;
        }
        leave(before, minute, out);
        enter(after, minute, out);
    }

    private static @Nullable Contribution contribution(@Nullable Standing standing) {
        return standing == null ? null : Contribution.of(standing);
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
