package io.churnwatch.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DecimalsTest {
    @Property
    void theyAreWhatFormatWrites(@ForAll @DoubleRange(min = -1e6, max = 1e12) double number) {
        check(number);
    }

    @Property
    void soAreSmallOnes(@ForAll @DoubleRange(min = 0, max = 100) double number) {
        check(number);
    }

    @Property
    void soAreThresholdsBetweenTwoValues(@ForAll @IntRange(min = 0, max = 2_000) int halves) {
        check(halves / 2.0);
        check(halves / 20.0);
    }

    @Example
    void soAreTheMiddlesAndWhatLiesBesideThem() {
        DoubleStream.of(
                        0, -0.0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.5, 0.95, 1.5, 2.5, 9.95, 99.95, 0.1, 9.9995, 44.5,
                        99.995, 998.96, 999.5, 1e9, 1e300)
                .flatMap(number -> DoubleStream.of(Math.nextDown(number), number, Math.nextUp(number)))
                .forEach(DecimalsTest::check);
    }

    private static void check(double number) {
        assertThat(Decimals.whole(number)).isEqualTo(String.format(Locale.ROOT, "%.0f", number));
        assertThat(Decimals.oneDigit(number)).isEqualTo(String.format(Locale.ROOT, "%.1f", number));
        assertThat(Decimals.grouped(number)).isEqualTo(String.format(Locale.ROOT, "%,.0f", number));
        assertThat(Decimals.fourDigits(number))
                .isEqualTo(String.format(Locale.ROOT, "%.4g", number).replaceAll("\\.?0+$", ""));
    }
}
