package io.churnwatch.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.training.evaluate.Isotonic.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsotonicTest {
    @Test
    void neighboursWhoseOutcomesFallArePooled() {
        Isotonic line = Isotonic.fit(List.of(stayed(0.1), left(0.2), stayed(0.3), left(0.9)));

        assertThat(line.points()).hasSize(3);
        assertThat(line.points().get(0)).isEqualTo(new Point(0.1, 0));
        assertThat(line.points().get(1).raw()).isEqualTo(0.25, within(1e-15));
        assertThat(line.points().get(1).calibrated()).isEqualTo(0.5);
        assertThat(line.points().get(2)).isEqualTo(new Point(0.9, 1));
    }

    @Test
    void betweenPointsTheLineIsStraightAndBeyondThemFlat() {
        Isotonic line = new Isotonic(List.of(new Point(0.2, 0.1), new Point(0.4, 0.3)));

        assertThat(line.of(0.0)).isEqualTo(0.1);
        assertThat(line.of(0.3)).isEqualTo(0.2, within(1e-15));
        assertThat(line.of(1.0)).isEqualTo(0.3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLineRises(long seed) {
        List<Point> points = Isotonic.fit(MadeUpScores.of(300, seed)).points();

        IntStream.range(1, points.size()).forEach(i -> {
            assertThat(points.get(i).raw()).isGreaterThan(points.get(i - 1).raw());
            assertThat(points.get(i).calibrated())
                    .isGreaterThan(points.get(i - 1).calibrated());
        });
    }

    @Test
    void onItsOwnCustomersTheErrorFalls() {
        List<ScoredCustomer> said = MadeUpScores.of(500, 1).stream()
                .map(customer -> new ScoredCustomer(Math.pow(customer.probability(), 3), customer.exited()))
                .toList();
        Isotonic line = Isotonic.fit(said);

        List<ScoredCustomer> calibrated = said.stream().map(line::of).toList();

        assertThat(Metric.BRIER.of(calibrated)).isLessThan(Metric.BRIER.of(said) - 0.02);
    }

    private static ScoredCustomer left(double probability) {
        return new ScoredCustomer(probability, true);
    }

    private static ScoredCustomer stayed(double probability) {
        return new ScoredCustomer(probability, false);
    }
}
