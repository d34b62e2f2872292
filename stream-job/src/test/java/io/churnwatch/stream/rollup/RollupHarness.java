package io.churnwatch.stream.rollup;

import io.churnwatch.risk.AlertType;
import io.churnwatch.stream.score.CustomerResult;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** One operator of the rollups with its state on RocksDB, as the job runs it; started anew or from a snapshot. */
final class RollupHarness<I, O> {
    private final OneInputStreamOperatorTestHarness<I, O> harness;

    private RollupHarness(OneInputStreamOperatorTestHarness<I, O> harness, @Nullable OperatorSubtaskState snapshot)
            throws Exception {
        this.harness = harness;
        harness.setStateBackend(new EmbeddedRocksDBStateBackend(true));
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
    }

    static RollupHarness<CustomerResult, RollupDelta> ofComparison() throws Exception {
        return new RollupHarness<>(
                new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new CompareContributions())), null);
    }

    static RollupHarness<RollupDelta, RollupDelta> ofMerge() throws Exception {
        return new RollupHarness<>(new OneInputStreamOperatorTestHarness<>(new MergeDeltas()), null);
    }

    static RollupHarness<RollupDelta, RollupRow> ofGeographies(@Nullable OperatorSubtaskState snapshot)
            throws Exception {
        return new RollupHarness<>(
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new RollUpGeography()), RollupDelta::geographyKey, Types.STRING),
                snapshot);
    }

    static RollupHarness<CustomerResult, RollupRow> ofAlerts(@Nullable OperatorSubtaskState snapshot) throws Exception {
        return new RollupHarness<>(
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new CountAlerts()), RollupHarness::alertType, Types.STRING),
                snapshot);
    }

    private static String alertType(CustomerResult result) {
        AlertType type = Objects.requireNonNull(result.alert()).alertType();
        return type.name();
    }

    void send(I element, Instant logTime) throws Exception {
        harness.processElement(new StreamRecord<>(element, logTime.toEpochMilli()));
    }

    /** Log time has passed the instant. */
    void pass(Instant logTime) throws Exception {
        harness.processWatermark(new Watermark(logTime.toEpochMilli()));
    }

    /** Wall-clock time since the start. */
    void setClock(long millis) throws Exception {
        harness.setProcessingTime(millis);
    }

    OperatorSubtaskState snapshot() throws Exception {
        harness.getOperator().prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, 1);
    }

    /** Everything that left in order, watermarks among it. */
    List<Object> takeAll() {
        List<Object> all = List.copyOf(harness.getOutput());
        harness.getOutput().clear();
        return all;
    }

    /** What left since the last time. */
    List<O> take() {
        List<O> values = List.copyOf(harness.extractOutputValues());
        harness.getOutput().clear();
        return values;
    }

    void close() throws Exception {
        harness.close();
    }
}
