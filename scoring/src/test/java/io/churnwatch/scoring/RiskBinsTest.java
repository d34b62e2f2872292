package io.churnwatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.risk.RiskBand;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiskBinsTest {
    @Test
    void certaintyIsInTheLastBin() {
        assertThat(RiskBins.of(0)).isZero();
        assertThat(RiskBins.of(1)).isEqualTo(19);
        assertThat(RiskBins.to(19)).isEqualTo(1);
    }

    @Property
    void anEdgeBelongsToTheBinAboveIt(@ForAll @IntRange(min = 1, max = 19) int bin) {
        assertThat(RiskBins.of(RiskBins.from(bin))).isEqualTo(bin);
    }

    @Property
    void theBandOfABinIsThatOfEveryProbabilityInIt(@ForAll @DoubleRange(min = 0, max = 1) double probability) {
        assertThat(RiskBins.bandOf(RiskBins.of(probability), RiskBands.DEFAULT))
                .isEqualTo(RiskBands.DEFAULT.bandOf(probability));
    }

    @Property
    void theBandOfABinIsThatOfTheLastProbabilityBelowACut(@ForAll @IntRange(min = 0, max = 2) int band) {
        double below = Math.nextDown(new double[] {0.3, 0.6, 0.8}[band]);

        assertThat(RiskBins.bandOf(RiskBins.of(below), RiskBands.DEFAULT)).isEqualTo(RiskBand.values()[band]);
    }

    @Test
    void binsDivideTheDefaultBandsButNotAnyBands() {
        assertThat(RiskBins.divide(RiskBands.DEFAULT)).isTrue();
        assertThat(RiskBins.divide(new RiskBands(0.33, 0.6, 0.8))).isFalse();
    }
}
