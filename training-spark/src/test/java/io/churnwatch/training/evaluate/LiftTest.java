package io.churnwatch.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiftTest {
    /** Twenty customers; the five with the highest scores left, and nobody else. */
    private final List<ScoredCustomer> customers = IntStream.range(0, 20)
            .mapToObj(i -> new ScoredCustomer(i / 20.0, i >= 15))
            .toList();

    @Test
    void callingTheRightOnesFirstFindsThemAllSoon() {
        List<Lift> lift = Lift.of(customers);

        assertThat(lift).hasSize(10);
        assertThat(lift.get(0).gain()).isEqualTo(2.0 / 5, within(1e-12));
        assertThat(lift.get(0).lift()).isEqualTo(4, within(1e-12));
        assertThat(lift.get(2).gain()).isEqualTo(1, within(1e-12));
        assertThat(lift.get(9)).isEqualTo(new Lift(1, 1, 1));
    }

    @Test
    void aPerfectModelRisesAtOnce() {
        assertThat(Curve.roc(customers).at(1e-9)).isEqualTo(1);
        assertThat(Curve.precisionRecall(customers).at(0.9)).isEqualTo(1);
    }

    @Test
    void aLongCurveKeepsItsEnds() {
        Curve roc = Curve.roc(IntStream.range(0, 5_000)
                .mapToObj(i -> new ScoredCustomer(i / 5_000.0, i % 3 == 0))
                .toList());

        assertThat(roc.points()).hasSize(400);
        assertThat(roc.points().get(0)).isEqualTo(new Curve.Point(0, 0));
        assertThat(roc.points().get(399)).isEqualTo(new Curve.Point(1, 1));
    }
}
