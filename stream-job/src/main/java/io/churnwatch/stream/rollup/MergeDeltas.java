package io.churnwatch.stream.rollup;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the deltas of one subtask for a moment, so that what travels to the few geographies grows with their number and
 * not with that of the events. Holds nothing over a watermark, a checkpoint or the end: it needs no state, and no delta
 * comes after the watermark that closes its minute. An operator rather than a function, since only that can do so.
 */
public final class MergeDeltas extends AbstractStreamOperator<RollupDelta>
        implements OneInputStreamOperator<RollupDelta, RollupDelta> {
    static final Duration DELAY_MAX = Duration.ofMillis(200);
    static final int PLACES_MAX = 1_000;

    private final Map<Place, RiskSum> changes = new HashMap<>();

    private record Place(@Nullable String geography, int bin, long minute) {}

    @Override
    public void processElement(StreamRecord<RollupDelta> element) {
        if (changes.isEmpty()) {
            scheduleSend();
        }
        RollupDelta delta = element.getValue();
        changes.merge(new Place(delta.geography(), delta.bin(), delta.minute()), delta.change(), RiskSum::plus);
        if (changes.size() >= PLACES_MAX) {
            send();
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        send();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        send();
    }

    @Override
    public void finish() throws Exception {
        send();
        super.finish();
    }

    private void scheduleSend() {
        long due = getProcessingTimeService().getCurrentProcessingTime() + DELAY_MAX.toMillis();
        var unused = getProcessingTimeService().registerTimer(due, time -> send());
    }

    /**
     * Sends every place that was touched, even one that is as it was before: when this is a replay, the run before it may
     * have ended, and written the place, in between.
     */
    private void send() {
        changes.forEach((place, change) -> output.collect(
                new StreamRecord<>(new RollupDelta(place.geography(), place.bin(), place.minute(), change))));
        changes.clear();
    }
}
