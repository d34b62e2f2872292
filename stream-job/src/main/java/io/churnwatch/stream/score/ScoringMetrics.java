package io.churnwatch.stream.score;

import io.churnwatch.feed.RejectionReason;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.AlertType;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.feed.RejectionCounters;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** The metrics of scoring. Updated by the task alone, read by the reporter's thread. */
final class ScoringMetrics {
    /** The number of events whose latencies the histograms keep: a ring of doubles, sorted only when read. */
    private static final int LATENCIES_KEPT = 10_000;

    private final Counter scored;
    private final Counter erased;
    private final Counter duplicates;
    private final Counter lateVersions;
    private final RejectionCounters rejected;
    private final Map<AlertType, Counter> alerts = new EnumMap<>(AlertType.class);
    private final Histogram sinceOccurred;
    private final Histogram sinceLogged;
    private final ModelInForceGauges models;

    ScoringMetrics(MetricGroup group) {
        scored = group.counter("scored");
        erased = group.counter("erased");
        duplicates = group.counter("duplicates");
        lateVersions = group.counter("late_versions");
        rejected = new RejectionCounters(group);
        for (AlertType type : AlertType.values()) {
            alerts.put(type, group.addGroup("alert_type", type.name()).counter("alerts"));
        }
        sinceOccurred = latency(group, "latency_from_occurred_at_millis");
        sinceLogged = latency(group, "latency_from_log_time_millis");
        models = new ModelInForceGauges(group);
    }

    private static Histogram latency(MetricGroup group, String name) {
        return group.histogram(name, new DescriptiveStatisticsHistogram(LATENCIES_KEPT));
    }

    void accepted(CustomerResult result) {
        RiskScored score = result.score();
        if (score == null) {
            erased.inc();
            return;
        }
        scored.inc();
        sinceOccurred.update(millis(score.trigger().occurredAt(), score.scoredAt()));
        sinceLogged.update(millis(score.turn().loggedAt(), score.scoredAt()));
        AlertRaised alert = result.alert();
        if (alert != null) {
            Objects.requireNonNull(alerts.get(alert.alertType())).inc();
        }
    }

    void rejected(RejectionReason reason) {
        rejected.count(reason);
    }

    void duplicate() {
        duplicates.inc();
    }

    void lateVersion() {
        lateVersions.inc();
    }

    void judgedBy(String modelVersion) {
        models.switchTo(modelVersion);
    }

    private static long millis(Instant from, Instant to) {
        return to.toEpochMilli() - from.toEpochMilli();
    }
}
