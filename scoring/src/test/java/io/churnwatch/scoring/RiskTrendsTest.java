package io.churnwatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.risk.RiskTrend;
import org.junit.jupiter.api.Test;

class RiskTrendsTest {
    @Test
    void theTrendIsTheMoveOverTheLastFiveScores() {
        assertThat(trend(0.2, 0.3)).isEqualTo(RiskTrend.RISING);
        assertThat(trend(0.3, 0.2)).isEqualTo(RiskTrend.FALLING);
        assertThat(trend(0.3, 0.31)).isEqualTo(RiskTrend.STABLE);
        assertThat(trend(0.9, 0.1, 0.1, 0.1, 0.1, 0.1)).isEqualTo(RiskTrend.STABLE);
    }

    @Test
    void oneScoreHasNoTrend() {
        assertThat(trend(0.9)).isEqualTo(RiskTrend.STABLE);
        assertThat(trend()).isEqualTo(RiskTrend.STABLE);
    }

    private static RiskTrend trend(double... scores) {
        return RiskTrends.of(scores);
    }
}
