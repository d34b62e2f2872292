package io.churnwatch.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeLongTest {
    private static final double Z = 1.959963984540054;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theIntervalIsThatOfTheCovariancesOfEveryPair(long seed) {
        List<ScoredCustomer> first = MadeUpScores.of(50, seed);
        List<ScoredCustomer> second = MadeUpScores.blurred(first, 0.3, seed);
        double difference = Metric.ROC_AUC.of(first) - Metric.ROC_AUC.of(second);
        double variance = covariance(first, first) + covariance(second, second) - 2 * covariance(first, second);

        Interval interval = DeLong.ofDifference(first, second);

        assertThat(interval.low()).isEqualTo(difference - Z * Math.sqrt(variance), within(1e-12));
        assertThat(interval.high()).isEqualTo(difference + Z * Math.sqrt(variance), within(1e-12));
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        List<ScoredCustomer> scores = MadeUpScores.of(50, 1);

        assertThat(DeLong.ofDifference(scores, scores)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void theBootstrapSaysAboutTheSame() {
        List<ScoredCustomer> first = MadeUpScores.of(2_000, 6);
        List<ScoredCustomer> second = MadeUpScores.blurred(first, 0.3, 6);

        Interval deLong = DeLong.ofDifference(first, second);
        Interval bootstrap = Bootstrap.DEFAULT.ofDifference(Metric.ROC_AUC, first, second);

        assertThat(bootstrap.low()).isEqualTo(deLong.low(), within(0.003));
        assertThat(bootstrap.high()).isEqualTo(deLong.high(), within(0.003));
    }

    /** The paper's formula as it stands: S10 / m + S01 / n, from the placement of each customer among the others. */
    private static double covariance(List<ScoredCustomer> one, List<ScoredCustomer> other) {
        return covariance(one, other, true) + covariance(one, other, false);
    }

    private static double covariance(List<ScoredCustomer> one, List<ScoredCustomer> other, boolean exited) {
        double[] first = placements(one, exited);
        double[] second = placements(other, exited);
        double firstAuc = Metric.ROC_AUC.of(one);
        double secondAuc = Metric.ROC_AUC.of(other);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += (first[i] - firstAuc) * (second[i] - secondAuc);
        }
        return sum / (first.length - 1) / first.length;
    }

    private static double[] placements(List<ScoredCustomer> customers, boolean exited) {
        return customers.stream()
                .filter(customer -> customer.exited() == exited)
                .mapToDouble(customer -> customers.stream()
                        .filter(other -> other.exited() != exited)
                        .mapToDouble(other -> onTheRightSide(customer, other))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double onTheRightSide(ScoredCustomer customer, ScoredCustomer other) {
        double above = Math.signum(customer.probability() - other.probability());
        return (1 + (customer.exited() ? above : -above)) / 2;
    }
}
