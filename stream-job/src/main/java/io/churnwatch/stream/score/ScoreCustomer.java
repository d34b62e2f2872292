package io.churnwatch.stream.score;

import io.churnwatch.model.ControlMessage;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.version.PublishedVersions;
import io.churnwatch.stream.version.VersionHistory;
import io.churnwatch.stream.version.VersionsInForce;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps each customer's risk state and scores every update in the order of the log. Holds the state and nothing else: what
 * an event means is decided by {@link EventRules}, by the versions in force at its log time.
 */
public final class ScoreCustomer
        extends KeyedBroadcastProcessFunction<Long, FeedEvent, ControlMessage, UnexplainedResult> {
    public static final OutputTag<DeadLetter> REFUSED =
            new OutputTag<>("refused-by-scoring", TypeInformation.of(DeadLetter.class));

    /**
     * The control stream is broadcast, but nothing is kept in broadcast state: the registry holds every version, and is
     * read again whenever the job starts.
     */
    public static final MapStateDescriptor<String, String> CONTROL =
            new MapStateDescriptor<>("control", Types.STRING, Types.STRING);

    private final PublishedVersions registry;
    private final ScoringConfig config;
    private transient EventRules rules;
    private transient ValueState<CustomerState> customer;
    private transient VersionHistory versions;
    private transient ScoringMetrics metrics;
    private transient Instant latestLogTime;

    public ScoreCustomer(PublishedVersions registry, ScoringConfig config) {
        this.registry = registry;
        this.config = config;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        customer = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("customer", TypeInformation.of(CustomerState.class)));
        metrics = new ScoringMetrics(getRuntimeContext().getMetricGroup().addGroup("churnwatch"));
        latestLogTime = Instant.MIN;
        rules = new EventRules(config);
        versions = VersionHistory.awaitChampion(registry, config.engine());
    }

    @Override
    public void processElement(FeedEvent event, ReadOnlyContext context, Collector<UnexplainedResult> out)
            throws Exception {
        Instant logTime = event.record().loggedAt();
        latestLogTime = logTime.isAfter(latestLogTime) ? logTime : latestLogTime;
        CustomerState state = Objects.requireNonNullElse(customer.value(), CustomerState.UNSEEN);
        Instant now = Instant.ofEpochMilli(context.currentProcessingTime());
        VersionsInForce inForce = versions.at(logTime);
        metrics.judgedBy(inForce.modelVersion());
        Verdict verdict = rules.judge(state, event, inForce, now);
        if (verdict instanceof Verdict.Accepted accepted) {
            accept(accepted, context, out);
        } else if (verdict instanceof Verdict.Refused refusal) {
            refuse(refusal, context);
        } else {
            metrics.duplicate();
        }
    }

    @Override
    public void processBroadcastElement(ControlMessage message, Context context, Collector<UnexplainedResult> out) {
        boolean isNew = versions.add(message); // the history may have brought it before
        if (isNew && effectiveAt(message).isBefore(latestLogTime)) {
            metrics.lateVersion(); // events that it should have judged were judged without it
        }
    }

    private void accept(Verdict.Accepted accepted, ReadOnlyContext context, Collector<UnexplainedResult> out)
            throws Exception {
        metrics.accepted(accepted.result().result());
        customer.update(accepted.state());
        Instant erasedAt = accepted.state().erasedAt();
        if (erasedAt != null) {
            context.timerService().registerEventTimeTimer(forgottenAt(erasedAt));
        }
        out.collect(accepted.result());
    }

    /** Removes an erasure that no later event has removed. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<UnexplainedResult> out) throws Exception {
        CustomerState state = customer.value();
        if (state != null && state.erasedAt() != null && forgottenAt(state.erasedAt()) <= timestamp) {
            customer.clear();
        }
    }

    /** A day late: the watermark may run ahead of a partition that was idle. */
    private long forgottenAt(Instant erasedAt) {
        return erasedAt.plus(config.erasedRemembered()).plus(1, ChronoUnit.DAYS).toEpochMilli();
    }

    private void refuse(Verdict.Refused refusal, ReadOnlyContext context) throws Exception {
        metrics.rejected(refusal.letter().reason());
        if (refusal.state().isWorthKeeping()) {
            customer.update(refusal.state());
        }
        context.output(REFUSED, refusal.letter());
    }

    private static Instant effectiveAt(ControlMessage message) {
        return message.modelPointer() != null
                ? message.modelPointer().effectiveAt()
                : Objects.requireNonNull(message.alertConfig()).effectiveAt();
    }
}
