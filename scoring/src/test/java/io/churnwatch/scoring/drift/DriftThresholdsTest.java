package io.churnwatch.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftThresholdsTest {
    private static final FieldBaseline GEOGRAPHY = new FieldBaseline(
            "geography",
            new CategoryBins(List.of("France", "Germany", "Spain")),
            List.of(100L, 5_000L, 2_400L, 2_500L, 0L));

    @Test
    void theSameSharesAreStable() {
        assertThat(verdict(20, 1_000, 480, 500, 0)).isEqualTo(DriftVerdict.STABLE);
    }

    @Test
    void anotherPopulationHasDrifted() {
        assertThat(verdict(20, 300, 1_180, 500, 0)).isEqualTo(DriftVerdict.DRIFTED);
    }

    @Test
    void inBetweenItIsMoving() {
        assertThat(verdict(20, 700, 780, 500, 0)).isEqualTo(DriftVerdict.MOVING);
    }

    @Test
    void fewRowsAreNotJudged() {
        assertThat(verdict(0, 0, 499, 0, 0)).isEqualTo(DriftVerdict.TOO_FEW);
    }

    @Test
    void whatChanceDoesIsStableHoweverFarItIs() {
        DriftThresholds fewAreEnough = new DriftThresholds(0.25, 0.001, 5);

        FieldDrift drift = fewAreEnough.judge(GEOGRAPHY, new long[] {0, 1, 3, 2, 0});

        assertThat(drift.psi()).isGreaterThan(0.25);
        assertThat(drift.verdict()).isEqualTo(DriftVerdict.STABLE);
    }

    @Test
    void valuesThatGoMissingOrThatNobodyHasSeenAreDriftWithTheirRates() {
        FieldDrift missing = judge(600, 700, 335, 365, 0);
        FieldDrift unseen = judge(20, 700, 335, 365, 580);

        assertThat(missing.verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(missing.missingRate()).isEqualTo(0.3);
        assertThat(missing.baselineMissingRate()).isEqualTo(0.01);
        assertThat(unseen.verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(unseen.unseenRate()).isEqualTo(0.29);
        assertThat(unseen.baselineUnseenRate()).isZero();
    }

    @Test
    void thresholdsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new DriftThresholds(0, 0.001, 500)).hasMessageContaining("psi");
        assertThatThrownBy(() -> new DriftThresholds(0.25, 1, 500)).hasMessageContaining("significance");
        assertThatThrownBy(() -> new FieldBaseline("age", new NumberBins(List.of()), List.of(1L)))
                .hasMessage("age has 1 counts for 3 bins");
    }

    private static DriftVerdict verdict(long... live) {
        return judge(live).verdict();
    }

    private static FieldDrift judge(long... live) {
        return DriftThresholds.DEFAULT.judge(GEOGRAPHY, live);
    }
}
