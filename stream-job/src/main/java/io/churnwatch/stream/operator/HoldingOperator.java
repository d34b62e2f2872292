package io.churnwatch.stream.operator;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;

/**
 * Holds elements back for a moment, so that many are dealt with at once; a watermark waits for those before it. Holds nothing over a
 * checkpoint or the end, and so needs no state. An operator rather than a function, since only that can do so.
 */
public abstract class HoldingOperator<I, O> extends AbstractStreamOperator<O> implements OneInputStreamOperator<I, O> {
    private transient @Nullable ScheduledFuture<?> due; // null when nothing is held
    private transient @Nullable Watermark mark; // that came since

    /** Sends all held elements, if there are any. */
    protected abstract void sendHeld() throws Exception;

    /** Must be called with the first element that is held. */
    protected final void scheduleSend(Duration delay) {
        long at = getProcessingTimeService().getCurrentProcessingTime() + delay.toMillis();
        due = getProcessingTimeService().registerTimer(at, time -> send());
    }

    /** Sends at once; what comes next has a time of its own. */
    protected final void send() throws Exception {
        if (due != null) {
            due.cancel(false);
            due = null;
        }
        sendHeld();
        if (mark != null) {
            super.processWatermark(mark);
            mark = null;
        }
    }

    @Override
    public void processWatermark(Watermark newer) throws Exception {
        if (due == null) {
            super.processWatermark(newer);
        } else {
            mark = newer;
        }
    }

    /** An idle stream must not leave elements behind: a watermark that comes later is dropped. */
    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        if (status.isIdle()) {
            send();
        }
        super.processWatermarkStatus(status);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        send();
    }

    @Override
    public void finish() throws Exception {
        send();
        super.finish();
    }
}
