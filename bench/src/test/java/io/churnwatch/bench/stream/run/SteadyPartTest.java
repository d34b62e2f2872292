package io.churnwatch.bench.stream.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyPartTest {
    @Test
    void startAndEndAreLeftOutAndWhatLiesBetweenTwoLooksIsSharedOut() {
        List<Sample> samples = List.of(at(0, 0), at(10, 100), at(20, 1_100), at(30, 1_100));

        Sample steady = SteadyPart.of(samples, 100, 1_000);

        assertThat(steady).isEqualTo(new Sample(5.5, 550, 11, 16.5, 22, 27.5));
    }

    @Test
    void aRunThatNobodySawTheEndOfIsNoMeasurement() {
        assertThatThrownBy(() -> SteadyPart.of(List.of(at(0, 0), at(10, 500)), 0, 1_000))
                .hasMessageContaining("950");
    }

    @Test
    void figuresArePerEvent() {
        RunFigures figures = RunFigures.of(new Sample(2, 100_000, 1, 0.1, 0.5, 3), 4, Checkpoints.NONE);

        assertThat(figures.perSecond()).isEqualTo(50_000);
        assertThat(figures.jobMicros()).isEqualTo(10);
        assertThat(figures.kafkaMicros()).isEqualTo(1);
        assertThat(figures.postgresMicros()).isEqualTo(5);
        assertThat(figures.othersCores()).isEqualTo(0.7);
    }

    private static Sample at(double seconds, double rows) {
        return new Sample(seconds, rows, 2 * seconds, 3 * seconds, 4 * seconds, 5 * seconds);
    }
}
