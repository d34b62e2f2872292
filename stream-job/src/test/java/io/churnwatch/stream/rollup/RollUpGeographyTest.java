package io.churnwatch.stream.rollup;

import static io.churnwatch.stream.rollup.ResultFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollUpGeographyTest {
    private static final RiskSum ONE = new RiskSum(1, 0, 1, 800_000_000, 100);
    private static final RiskSum TWO = ONE.plus(ONE);
    private static final RiskSum THREE = TWO.plus(ONE);

    private RollupHarness<RollupDelta, RollupRow> harness;

    @BeforeEach
    void open() throws Exception {
        harness = RollupHarness.ofGeographies(null);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aSecondAfterAChangeItsBinAndTheRunningMinuteAreWritten() throws Exception {
        add("France", 3, 0);
        add("France", 3, 0);
        add("France", 4, 0);

        harness.setClock(1_000);

        assertThat(harness.take())
                .containsExactlyInAnyOrder(bin("France", 3, TWO), bin("France", 4, ONE), minute("France", 0, THREE));
    }

    @Test
    void onlyBinsThatChangedAreWrittenAgain() throws Exception {
        add("France", 3, 0);
        harness.setClock(1_000);
        harness.take();

        add("France", 4, 0);
        harness.setClock(2_000);

        assertThat(harness.take()).containsExactlyInAnyOrder(bin("France", 4, ONE), minute("France", 0, TWO));
    }

    @Test
    void aMinuteIsWrittenAsItEndedWhenLogTimeHasPassedIt() throws Exception {
        add("France", 3, 0);
        add("France", 3, 1);
        add("Germany", 3, 1);

        harness.pass(minuteStart(1).minusMillis(2));
        assertThat(harness.take()).isEmpty();
        harness.pass(minuteStart(1).minusMillis(1));

        assertThat(harness.take()).containsExactly(minute("France", 0, ONE));
    }

    @Test
    void partitionsReadAtDifferentSpeedsMakeTheSameMinutes() throws Exception {
        add("France", 3, 2);
        add("France", 3, 0);
        add("France", 3, 1);

        harness.pass(minuteStart(3));

        assertThat(harness.take())
                .containsExactly(minute("France", 0, ONE), minute("France", 1, TWO), minute("France", 2, THREE));
    }

    @Test
    void aDeltaThatComesTooLateCountsInTheLastClosedMinute() throws Exception {
        add("France", 3, 0);
        add("France", 3, 1);
        harness.pass(minuteStart(2));
        harness.take();

        add("France", 3, 0);
        harness.pass(minuteStart(2).plusMillis(1));

        assertThat(harness.take()).containsExactly(minute("France", 1, THREE));
    }

    @Test
    void whileABacklogIsReadOnlyTheNewestMinutesAreWrittenBeforeTheyClose() throws Exception {
        for (int minute = 0; minute < 10; minute++) {
            add("France", 3, minute);
        }

        harness.setClock(1_000);

        assertThat(harness.take().stream().filter(row -> row.trend() != null))
                .extracting(row -> row.trend().minute())
                .containsExactly(minuteStart(7), minuteStart(8), minuteStart(9));
    }

    @Test
    void theUnknownGeographyIsOneLikeOthers() throws Exception {
        add(null, 3, 0);
        add("", 3, 0);

        harness.setClock(1_000);

        assertThat(harness.take())
                .containsExactlyInAnyOrder(
                        bin(null, 3, ONE), minute(null, 0, ONE), bin("", 3, ONE), minute("", 0, ONE));
    }

    @Test
    void whatACheckpointHeldUnwrittenIsWrittenAfterTheRestore() throws Exception {
        add("France", 3, 0);
        restore();

        add("France", 3, 1);
        harness.setClock(1_000);

        assertThat(harness.take())
                .containsExactlyInAnyOrder(bin("France", 3, TWO), minute("France", 0, ONE), minute("France", 1, TWO));
    }

    @Test
    void afterARestoreEveryBinOfAGeographyIsWrittenOnce() throws Exception {
        add("France", 3, 0);
        add("France", 4, 0);
        harness.setClock(1_000);
        restore();

        add("France", 4, 0);
        harness.setClock(2_000);
        assertThat(harness.take())
                .containsExactlyInAnyOrder(bin("France", 3, ONE), bin("France", 4, TWO), minute("France", 0, THREE));

        add("France", 4, 0);
        harness.setClock(3_000);
        assertThat(harness.take())
                .containsExactlyInAnyOrder(bin("France", 4, THREE), minute("France", 0, THREE.plus(ONE)));
    }

    /** Goes on from a snapshot of now, in a new task. */
    private void restore() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();
        harness = RollupHarness.ofGeographies(snapshot);
    }

    private void add(String geography, int bin, int minute) throws Exception {
        harness.send(
                new RollupDelta(geography, bin, Minutes.of(minuteStart(minute).toEpochMilli()), ONE), TEN);
    }

    private static Instant minuteStart(int minute) {
        return TEN.plus(Duration.ofMinutes(minute));
    }

    private static RollupRow bin(String geography, int bin, RiskSum sum) {
        return RollupRow.of(new DistributionRow(geography, bin, sum));
    }

    private static RollupRow minute(String geography, int minute, RiskSum sum) {
        return RollupRow.of(new TrendRow(minuteStart(minute), geography, sum));
    }
}
