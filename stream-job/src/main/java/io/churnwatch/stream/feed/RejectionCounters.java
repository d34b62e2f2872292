package io.churnwatch.stream.feed;

import io.churnwatch.feed.RejectionReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what becomes a dead letter, by its reason. Each operator that rejects has all of them, from 0 on. */
public final class RejectionCounters {
    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);

    /** Registers them in the group. */
    public RejectionCounters(MetricGroup group) {
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(reason, group.addGroup("reason", reason.code()).counter("rejected"));
        }
    }

    public void count(RejectionReason reason) {
        Objects.requireNonNull(rejected.get(reason)).inc();
    }
}
