package io.churnwatch.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private final List<ScoredCustomer> customers = MadeUpScores.of(1_000, 3);

    @Test
    void theIntervalOfAMeanIsThatOfItsStandardError() {
        double brier = Metric.BRIER.of(customers);
        double variance = customers.stream()
                .mapToDouble(customer -> Math.pow(Calibration.squaredError(customer) - brier, 2))
                .average()
                .orElseThrow();
        Interval expected = Interval.around(brier, Math.sqrt(variance / customers.size()));

        Interval interval = Bootstrap.DEFAULT.of(Metric.BRIER, customers);

        assertThat(interval.low()).isEqualTo(expected.low(), within(0.002));
        assertThat(interval.high()).isEqualTo(expected.high(), within(0.002));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        assertThat(Bootstrap.DEFAULT.ofAll(customers)).isEqualTo(Bootstrap.DEFAULT.ofAll(customers));
    }

    @Test
    void aWorseModelIsSeenToBeWorse() {
        List<ScoredCustomer> worse = MadeUpScores.blurred(customers, 0.5, 1);

        PairedComparison comparison = PairedComparison.of("champion", worse, customers);

        assertThat(comparison.differences().get(Metric.ROC_AUC).interval().high())
                .isNegative();
        assertThat(comparison.differences().get(Metric.BRIER).interval().low()).isPositive();
        assertThat(comparison.summary()).startsWith("-0.").contains("against champion");
    }

    @Test
    void twoScoresOfDifferentCustomersAreABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.DEFAULT.ofDifference(Metric.BRIER, customers, customers.subList(0, 10)));
    }
}
