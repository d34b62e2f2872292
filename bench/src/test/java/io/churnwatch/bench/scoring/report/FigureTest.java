package io.churnwatch.bench.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void oneSlowIterationDoesNotMoveTheMedian() {
        Figure figure = Figure.of(new double[] {10, 900, 11, 12}, new double[] {0, 8, 0});

        assertThat(figure).isEqualTo(new Figure(11.5, 10, 900, 0));
        assertThat(figure.isUnsteady()).isTrue();
    }

    @Test
    void outsideAJvmNothingIsKnownOfTheHeap() {
        assertThat(Figure.of(new double[] {10, 11}, new double[0]).bytes()).isNaN();
    }
}
