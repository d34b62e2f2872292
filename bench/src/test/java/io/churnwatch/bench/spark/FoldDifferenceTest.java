package io.churnwatch.bench.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldDifferenceTest {
    @ParameterizedTest
    @CsvSource({"9, 2.2622", "14, 2.1448", "29, 2.0452", "1000000, 1.9600"})
    void studentsTIsThatOfTheTables(int degrees, double quantile) {
        assertThat(FoldDifference.studentsT(degrees)).isEqualTo(quantile, within(0.0005));
    }

    @Test
    void theVarianceIsCorrectedForTheOverlapOfTheFolds() {
        double[] first = {0.8, 0.9, 0.8, 0.9, 0.8, 0.9, 0.8, 0.9, 0.8, 0.9};
        double[] second = {0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7};

        FoldDifference difference = FoldDifference.of(first, second, 5);

        double variance = 10 * 0.0025 / 9;
        double reach = FoldDifference.studentsT(9) * Math.sqrt(variance * (0.1 + 0.25));
        assertThat(difference.mean()).isEqualTo(0.15, within(1e-12));
        assertThat(difference.interval().low()).isEqualTo(0.15 - reach, within(1e-12));
        assertThat(difference.interval().high()).isEqualTo(0.15 + reach, within(1e-12));
    }

    @Test
    void oneContenderDoesNotDifferFromItself() {
        double[] values = {0.8, 0.85, 0.83};

        assertThat(FoldDifference.of(values, values, 3).mean()).isZero();
    }
}
