package io.churnwatch.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against counting every pair and every threshold, on customers with many equal scores. */
class RankingTest {
    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rocAucIsTheShareOfPairsInOrder(long seed) {
        List<ScoredCustomer> customers = MadeUpScores.of(60, seed);
        double inOrder = 0;
        double pairs = 0;
        for (ScoredCustomer left : customers) {
            for (ScoredCustomer stayed : customers) {
                if (left.exited() && !stayed.exited()) {
                    pairs++;
                    inOrder += (1 + Math.signum(left.probability() - stayed.probability())) / 2;
                }
            }
        }

        assertThat(Metric.ROC_AUC.of(customers)).isEqualTo(inOrder / pairs, within(EXACT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void prAucAddsUpThePrecisionOfEveryThreshold(long seed) {
        List<ScoredCustomer> customers = MadeUpScores.of(60, seed);
        List<Double> thresholds = customers.stream()
                .map(ScoredCustomer::probability)
                .distinct()
                .sorted((one, other) -> Double.compare(other, one))
                .toList();
        double area = 0;
        double recallBefore = 0;
        for (double threshold : thresholds) {
            Confusion confusion = Confusion.at(Math.nextDown(threshold), customers);
            area += (confusion.recall() - recallBefore) * confusion.precision();
            recallBefore = confusion.recall();
        }

        assertThat(Metric.PR_AUC.of(customers)).isEqualTo(area, within(EXACT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCustomerOfWeightThreeIsThreeCustomers(long seed) {
        List<ScoredCustomer> customers = MadeUpScores.of(40, seed);
        List<ScoredCustomer> repeated = new ArrayList<>();
        int[] weights = new int[customers.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 4;
            for (int copy = 0; copy < weights[i]; copy++) {
                repeated.add(customers.get(i));
            }
        }

        for (Metric metric : Metric.values()) {
            assertThat(metric.on(customers).of(weights))
                    .as(metric.label())
                    .isEqualTo(metric.of(repeated), within(EXACT));
        }
    }
}
