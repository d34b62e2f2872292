package io.churnwatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.risk.RiskBand;
import org.junit.jupiter.api.Test;

class RiskBandsTest {
    @Test
    void aCutBelongsToTheBandAboveIt() {
        RiskBands bands = RiskBands.DEFAULT;

        assertThat(bands.bandOf(Math.nextDown(0.3))).isEqualTo(RiskBand.LOW);
        assertThat(bands.bandOf(0.3)).isEqualTo(RiskBand.MEDIUM);
        assertThat(bands.bandOf(0.6)).isEqualTo(RiskBand.HIGH);
        assertThat(bands.bandOf(0.8)).isEqualTo(RiskBand.CRITICAL);
    }

    @Test
    void cutsThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> new RiskBands(0.6, 0.3, 0.8)).hasMessageContaining("must rise");
    }
}
