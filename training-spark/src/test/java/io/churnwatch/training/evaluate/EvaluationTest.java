package io.churnwatch.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final double EXACT = 1e-15;

    /** In order of probability: left, stayed, left, stayed, stayed. */
    private static final List<ScoredCustomer> CUSTOMERS =
            List.of(stayed(0.1), left(0.9), stayed(0.8), left(0.6), stayed(0.4));

    private final Evaluation evaluation = Evaluation.of(CUSTOMERS, 0.7);

    @Test
    void customersAreCounted() {
        assertThat(evaluation.customers()).isEqualTo(5);
        assertThat(evaluation.exited()).isEqualTo(2);
    }

    @Test
    void rocAucIsTheShareOfPairsInOrder() {
        // 0.9 is above all three who stayed, 0.6 above two of them.
        assertThat(evaluation.rocAuc()).isEqualTo(5.0 / 6, within(EXACT));
    }

    @Test
    void equalScoresCountHalfAPair() {
        assertThat(Evaluation.of(List.of(left(0.5), stayed(0.5)), 0.7).rocAuc()).isEqualTo(0.5);
    }

    @Test
    void prAucIsThePrecisionWhereRecallIsGained() {
        // Half the recall at precision 1 of 1, the other half at 2 of 3.
        assertThat(evaluation.prAuc()).isEqualTo((1.0 + 2.0 / 3) / 2, within(EXACT));
    }

    @Test
    void equalScoresAreOneStepOfPrAuc() {
        assertThat(Evaluation.of(List.of(stayed(0.5), left(0.5)), 0.7).prAuc()).isEqualTo(0.5);
    }

    @Test
    void brierIsTheMeanSquaredError() {
        assertThat(evaluation.brier()).isEqualTo((0.01 + 0.01 + 0.64 + 0.16 + 0.16) / 5, within(EXACT));
    }

    @Test
    void logLossIsTheMeanLogarithmOfWhatHappened() {
        double product = 0.9 * 0.9 * 0.2 * 0.6 * 0.6;

        assertThat(evaluation.logLoss()).isEqualTo(-Math.log(product) / 5, within(EXACT));
    }

    @Test
    void aCertainAndWrongScoreCostsMuchButNotEverything() {
        assertThat(Evaluation.of(List.of(left(0), stayed(0.5)), 0.7).logLoss())
                .isEqualTo((-Math.log(1e-15) - Math.log(0.5)) / 2, within(1e-9));
    }

    @Test
    void calibrationErrorIsWeighedByTheSizeOfTheBins() {
        // Two customers in the bin from 0.8: mean 0.85, both left; two in the bin from 0.2: mean 0.25, none left.
        List<ScoredCustomer> customers = List.of(left(0.8125), left(0.8875), stayed(0.2), stayed(0.3 - 1e-9));

        assertThat(Evaluation.of(customers, 0.7).ece()).isEqualTo((2 * 0.15 + 2 * 0.25) / 4, within(1e-8));
    }

    @Test
    void aScoreOfOneIsInTheLastBin() {
        assertThat(Evaluation.of(List.of(left(1), stayed(0)), 0.7).ece()).isZero();
    }

    @Test
    void accuracyIsCountedAtOneHalf() {
        assertThat(evaluation.accuracy()).isEqualTo(4.0 / 5);
    }

    @Test
    void confusionIsCountedAtTheAlertThreshold() {
        assertThat(evaluation.confusion()).isEqualTo(new Confusion(0.7, 1, 1, 2, 1));
        assertThat(evaluation.confusion().precision()).isEqualTo(0.5);
        assertThat(evaluation.confusion().recall()).isEqualTo(0.5);
    }

    @Test
    void aProbabilityOfExactlyTheThresholdIsNoAlert() {
        assertThat(Confusion.at(0.7, List.of(left(0.7)))).isEqualTo(new Confusion(0.7, 0, 0, 0, 1));
    }

    @Test
    void theTableShowsWhatAPersonAsksFor() {
        assertThat(EvaluationTable.of(evaluation))
                .contains("On 5 held-out customers, 2 of them left", "ROC AUC     0.8333", "precision 0.500");
    }

    @Test
    void aProbabilityAboveOneIsABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> left(1.2));
    }

    private static ScoredCustomer left(double probability) {
        return new ScoredCustomer(probability, true);
    }

    private static ScoredCustomer stayed(double probability) {
        return new ScoredCustomer(probability, false);
    }
}
