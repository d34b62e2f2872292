package io.churnwatch.training.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.training.evaluate.ScoredCustomer;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationChoiceTest {
    @Test
    void probabilitiesThatAreTrueStayAsTheyAre() {
        CalibrationChoice choice = CalibrationChoice.of(folds(truth -> truth));

        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.brierGained().low()).isNegative();
    }

    @Test
    void probabilitiesThatAreTooLowAreCalibrated() {
        CalibrationChoice choice = CalibrationChoice.of(folds(truth -> truth * truth * truth));

        assertThat(choice.brierGained().low()).isPositive();
        assertThat(choice.chosen().orElseThrow().of(0.125)).isBetween(0.4, 0.6);
    }

    private static List<List<ScoredCustomer>> folds(DoubleUnaryOperator said) {
        Random random = new Random(1);
        return IntStream.range(0, 3).mapToObj(fold -> fold(said, random)).toList();
    }

    private static List<ScoredCustomer> fold(DoubleUnaryOperator said, Random random) {
        return random.doubles(600)
                .mapToObj(truth -> new ScoredCustomer(said.applyAsDouble(truth), random.nextDouble() < truth))
                .toList();
    }
}
