package io.churnwatch.stream.rollup;

import static io.churnwatch.stream.rollup.ResultFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeDeltasTest {
    private static final RiskSum ONE = new RiskSum(1, 0, 0, 500, 7);
    private static final RollupDelta FRANCE = new RollupDelta("France", 3, 1, ONE);

    private RollupHarness<RollupDelta, RollupDelta> harness;

    @BeforeEach
    void open() throws Exception {
        harness = RollupHarness.ofMerge();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void deltasOfOnePlaceLeaveAsTheirSumAfterAMoment() throws Exception {
        harness.send(FRANCE, TEN);
        harness.send(FRANCE, TEN);
        harness.send(new RollupDelta("France", 3, 2, ONE), TEN);
        harness.send(new RollupDelta(null, 3, 1, ONE), TEN);
        assertThat(harness.take()).isEmpty();

        harness.setClock(MergeDeltas.DELAY_MAX.toMillis());

        assertThat(harness.take())
                .containsExactlyInAnyOrder(
                        new RollupDelta("France", 3, 1, ONE.plus(ONE)),
                        new RollupDelta("France", 3, 2, ONE),
                        new RollupDelta(null, 3, 1, ONE));
    }

    /** A run that ended in between has written the place with the customer in it, and must be written over. */
    @Test
    void aPlaceThatSomebodyCameToAndLeftIsWrittenAgain() throws Exception {
        harness.send(FRANCE, TEN);
        harness.send(new RollupDelta("France", 3, 1, ONE.negated()), TEN);

        harness.setClock(MergeDeltas.DELAY_MAX.toMillis());

        assertThat(harness.take()).containsExactly(new RollupDelta("France", 3, 1, RiskSum.ZERO));
    }

    @Test
    void noDeltaLeavesAfterTheWatermarkThatClosesItsMinute() throws Exception {
        harness.send(FRANCE, TEN);

        harness.pass(TEN);
        harness.setClock(MergeDeltas.DELAY_MAX.toMillis());

        assertThat(harness.takeAll()).containsExactly(new StreamRecord<>(FRANCE), new Watermark(TEN.toEpochMilli()));
    }

    @Test
    void aCheckpointHoldsNothingBack() throws Exception {
        harness.send(FRANCE, TEN);

        harness.snapshot();

        assertThat(harness.take()).containsExactly(FRANCE);
    }

    @Test
    void manyPlacesDoNotWait() throws Exception {
        for (int minute = 0; minute < MergeDeltas.PLACES_MAX; minute++) {
            harness.send(new RollupDelta("France", 3, minute, ONE), TEN);
        }

        assertThat(harness.take()).hasSize(MergeDeltas.PLACES_MAX);
    }
}
