package io.churnwatch.stream.rollup;

import io.churnwatch.stream.operator.HoldingOperator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the deltas of one subtask for a moment, so that what travels to the few geographies grows with their number and
 * not with that of the events. No delta comes after the watermark that closes its minute.
 */
public final class MergeDeltas extends HoldingOperator<RollupDelta, RollupDelta> {
    static final Duration DELAY_MAX = Duration.ofMillis(200);
    static final int PLACES_MAX = 1_000;

    private final Map<Place, RiskSum> changes = new HashMap<>();

    private record Place(@Nullable String geography, int bin, long minute) {}

    @Override
    public void processElement(StreamRecord<RollupDelta> element) throws Exception {
        if (changes.isEmpty()) {
            scheduleSend(DELAY_MAX);
        }
        RollupDelta delta = element.getValue();
        changes.merge(new Place(delta.geography(), delta.bin(), delta.minute()), delta.change(), RiskSum::plus);
        if (changes.size() >= PLACES_MAX) {
            send();
        }
    }

    /**
     * Sends every place that was touched, even one that is as it was before: when this is a replay, the run before it may
     * have ended, and written the place, in between.
     */
    @Override
    protected void sendHeld() {
        changes.forEach((place, change) -> output.collect(
                new StreamRecord<>(new RollupDelta(place.geography(), place.bin(), place.minute(), change))));
        changes.clear();
    }
}
