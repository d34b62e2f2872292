package io.churnwatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Property(tries = 300)
    void aRankIsTheNumberOfBoundsBelow(@ForAll List<Double> drawn, @ForAll double anywhere) {
        double[] bounds = drawn.stream()
                .mapToDouble(bound -> bound + 0.0)
                .sorted()
                .distinct()
                .toArray();
        Axis axis = new Axis(bounds);

        for (double value : valuesAround(bounds, anywhere)) {
            long below = Arrays.stream(bounds).filter(bound -> bound < value).count();
            assertThat(axis.rank(value)).as("rank of %s", value).isEqualTo((int) below);
        }
    }

    @Test
    void boundsThatCrowdAroundOneValueAreToldApart() {
        double[] bounds = new double[1_001];
        for (int i = 0; i < 1_000; i++) {
            bounds[i] = i == 0 ? 1 : Math.nextUp(bounds[i - 1]);
        }
        bounds[1_000] = 1e300; // so that all the others share a cell
        Axis axis = new Axis(bounds);

        for (int i = 0; i < bounds.length; i++) {
            assertThat(axis.rank(bounds[i])).isEqualTo(i);
            assertThat(axis.rank(Math.nextUp(bounds[i]))).isEqualTo(i + 1);
        }
    }

    private static List<Double> valuesAround(double[] bounds, double anywhere) {
        List<Double> values = new ArrayList<>(List.of(
                anywhere,
                0.0,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                -Double.MAX_VALUE,
                Double.MAX_VALUE,
                Double.MIN_VALUE));
        for (double bound : bounds) {
            values.addAll(List.of(bound, Math.nextUp(bound), Math.nextDown(bound)));
        }
        return values;
    }
}
