package io.churnwatch.stream.rollup;

import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** From results to the tables: the operators one after the other, and of every row the value that was written last. */
final class RollupChain {
    private final Map<String, RiskSum> distribution = new HashMap<>();
    private final Map<String, TreeMap<Instant, RiskSum>> trend = new HashMap<>();
    private final Map<Long, Standing> standings = new HashMap<>();
    private RollupHarness<CustomerResult, RollupDelta> comparison;
    private RollupHarness<RollupDelta, RollupDelta> merge;
    private RollupHarness<RollupDelta, RollupRow> geographies;
    private long clock;

    RollupChain() throws Exception {
        comparison = RollupHarness.ofComparison();
        merge = RollupHarness.ofMerge();
        geographies = RollupHarness.ofGeographies(null);
    }

    /** As the scoring says it, which remembers where each customer stands. */
    void send(CustomerResult result, Instant logTime) throws Exception {
        comparison.send(ResultFixture.from(standings.get(result.customerId()), result), logTime);
        standings.put(result.customerId(), result.after());
        for (RollupDelta delta : comparison.take()) {
            merge.send(delta, logTime);
        }
        forward();
    }

    /** Log time passes the instant in every partition. */
    void pass(Instant logTime) throws Exception {
        merge.pass(logTime);
        forward();
        write();
    }

    /** A second goes by, in which everything waiting is written. */
    void tick() throws Exception {
        clock += 1_000;
        merge.setClock(clock);
        forward();
        clock += 1_000;
        geographies.setClock(clock);
        write();
    }

    /** Takes a checkpoint and starts from it. */
    void restart() throws Exception {
        merge.snapshot();
        forward();
        OperatorSubtaskState rolledUp = geographies.snapshot();
        close();
        comparison = RollupHarness.ofComparison();
        merge = RollupHarness.ofMerge();
        geographies = RollupHarness.ofGeographies(rolledUp);
        merge.setClock(clock);
        geographies.setClock(clock);
        write();
    }

    void close() throws Exception {
        comparison.close();
        merge.close();
        geographies.close();
    }

    /** The bins that are not empty. */
    Map<String, RiskSum> distribution() {
        Map<String, RiskSum> filled = new HashMap<>(distribution);
        filled.values().removeIf(RiskSum.ZERO::equals);
        return filled;
    }

    /** What the table says of the end of a minute: its row, or the one before it. */
    RiskSum trendAt(String geography, Instant minute) {
        var row = trend.getOrDefault(geography, new TreeMap<>()).floorEntry(minute);
        return row == null ? RiskSum.ZERO : row.getValue();
    }

    /** Deltas and watermarks in their order. */
    private void forward() throws Exception {
        for (Object element : merge.takeAll()) {
            if (element instanceof Watermark mark) {
                geographies.pass(Instant.ofEpochMilli(mark.getTimestamp()));
            } else {
                geographies.send((RollupDelta) ((StreamRecord<?>) element).getValue(), Instant.EPOCH);
            }
        }
    }

    private void write() {
        for (RollupRow row : geographies.take()) {
            if (row.distribution() != null) {
                distribution.put(
                        row.distribution().geography() + "/"
                                + row.distribution().bin(),
                        row.distribution().sum());
            } else {
                TrendRow minute = Objects.requireNonNull(row.trend());
                trend.computeIfAbsent(String.valueOf(minute.geography()), name -> new TreeMap<>())
                        .put(minute.minute(), minute.sum());
            }
        }
    }
}
