package io.churnwatch.scoring.drift;

import static io.churnwatch.scoring.drift.PsiTest.longs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    /** From the tables of Kolmogorov's distribution: 5 % lie above 1.3581, 1 % above 1.6276. */
    @Test
    void thePValueIsThatOfKolmogorovsDistribution() {
        assertThat(ofMillionsApartBy(1.3581).pValue()).isCloseTo(0.05, within(2e-4));
        assertThat(ofMillionsApartBy(1.6276).pValue()).isCloseTo(0.01, within(1e-4));
    }

    @Test
    void theStatisticIsTheLargestDifferenceOfTheSharesUpToABin() {
        assertThat(KolmogorovSmirnov.of(new long[] {10, 10, 0, 20}, new long[] {0, 10, 10, 20})
                        .statistic())
                .isEqualTo(0.25);
    }

    @Test
    void theSameDifferenceInFewRowsMayBeChance() {
        assertThat(KolmogorovSmirnov.of(new long[] {8, 12}, new long[] {12, 8}).pValue())
                .isGreaterThan(0.3);
        assertThat(KolmogorovSmirnov.of(new long[] {8_000, 12_000}, new long[] {12_000, 8_000})
                        .pValue())
                .isLessThan(1e-300);
    }

    @Test
    void anEmptySampleSaysNothing() {
        assertThat(KolmogorovSmirnov.of(new long[] {8, 12}, new long[2])).isEqualTo(new KolmogorovSmirnov(0, 1));
    }

    @Test
    void samplesOfOnePopulationAreSeldomFoundToDiffer() {
        Random random = new Random(11);

        long found = IntStream.range(0, 2_000)
                .filter(trial -> KolmogorovSmirnov.of(sample(random, 2_000), sample(random, 700))
                                .pValue()
                        < 0.01)
                .count();

        assertThat(found).isLessThanOrEqualTo(30); // 20 expected without ties
    }

    @Property
    void equalSharesAreNoDifference(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 10_000) Integer> counts) {
        assertThat(KolmogorovSmirnov.of(longs(counts), longs(counts))).isEqualTo(new KolmogorovSmirnov(0, 1));
    }

    @Property
    void itIsTheSameBothWays(
            @ForAll @Size(8) List<@IntRange(max = 10_000) Integer> first,
            @ForAll @Size(8) List<@IntRange(max = 10_000) Integer> second) {
        KolmogorovSmirnov there = KolmogorovSmirnov.of(longs(first), longs(second));

        assertThat(there.statistic()).isBetween(0.0, 1.0);
        assertThat(there.pValue()).isBetween(0.0, 1.0);
        assertThat(KolmogorovSmirnov.of(longs(second), longs(first))).isEqualTo(there);
    }

    private static KolmogorovSmirnov ofMillionsApartBy(double lambda) {
        long rows = 20_000_000;
        long apart = Math.round(lambda * Math.sqrt(2.0 / rows) * rows);
        return KolmogorovSmirnov.of(new long[] {rows / 2 + apart, rows / 2 - apart}, new long[] {rows / 2, rows / 2});
    }

    private static long[] sample(Random random, int rows) {
        long[] counts = new long[20];
        for (int i = 0; i < rows; i++) {
            counts[random.nextInt(counts.length)]++;
        }
        return counts;
    }
}
