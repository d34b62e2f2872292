package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.feed.FeedRecord;
import io.churnwatch.stream.version.PublishedVersions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** {@link ScoreCustomer} with its state on RocksDB, as the job runs it. */
final class ScoreCustomerHarness implements AutoCloseable {
    private final KeyedTwoInputStreamOperatorTestHarness<Long, FeedEvent, ControlMessage, UnexplainedResult> harness;

    private ScoreCustomerHarness(PublishedVersions registry) throws Exception {
        var operator = new CoBroadcastWithKeyedOperator<>(
                new ScoreCustomer(registry, ScoringConfig.DEFAULT), List.of(ScoreCustomer.CONTROL));
        harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                operator, FeedEvent::customerId, message -> 0L, Types.LONG);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend(true));
    }

    /** An operator that remembers nobody. */
    static ScoreCustomerHarness open(PublishedVersions registry) throws Exception {
        ScoreCustomerHarness harness = new ScoreCustomerHarness(registry);
        harness.harness.open();
        return harness;
    }

    /** An operator that goes on from a snapshot. */
    static ScoreCustomerHarness restore(PublishedVersions registry, OperatorSubtaskState snapshot) throws Exception {
        ScoreCustomerHarness harness = new ScoreCustomerHarness(registry);
        harness.harness.initializeState(snapshot);
        harness.harness.open();
        return harness;
    }

    /** Sends an update whose log time is the time at which it occurred, and whose bytes are its id. */
    void send(CustomerUpdate update) throws Exception {
        FeedRecord record =
                new FeedRecord(update.eventId().getBytes(StandardCharsets.UTF_8), update.occurredAt(), 0, 0);
        harness.processElement1(new StreamRecord<>(new FeedEvent(update, record)));
    }

    void publish(ControlMessage message) throws Exception {
        harness.processElement2(new StreamRecord<>(message));
    }

    /** The feed has come as far as that, and the control topic is idle. */
    void watermark(Instant time) throws Exception {
        harness.processWatermark1(new Watermark(time.toEpochMilli()));
        harness.processWatermarkStatus2(WatermarkStatus.IDLE);
    }

    /** How many customers there is state of. */
    long customers() {
        var operator = (AbstractStreamOperator<?>) harness.getOperator();
        try (Stream<Object> keys = operator.getKeyedStateBackend().getKeys("customer", VoidNamespace.INSTANCE)) {
            return keys.count();
        }
    }

    /** Before they are explained. */
    List<CustomerResult> results() {
        return harness.extractOutputValues().stream()
                .map(UnexplainedResult::result)
                .toList();
    }

    List<DeadLetter> refused() {
        Queue<StreamRecord<DeadLetter>> letters = harness.getSideOutput(ScoreCustomer.REFUSED);
        return letters == null
                ? List.of()
                : letters.stream().map(StreamRecord::getValue).toList();
    }

    OperatorSubtaskState checkpoint() throws Exception {
        return harness.snapshot(1, 1);
    }

    /** In Flink's canonical format, which every state backend reads. */
    OperatorSubtaskState savepoint() throws Exception {
        return harness.snapshotWithLocalState(1, 1, SavepointType.savepoint(SavepointFormatType.CANONICAL))
                .getJobManagerOwnedState();
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException("The operator does not close", e);
        }
    }
}
