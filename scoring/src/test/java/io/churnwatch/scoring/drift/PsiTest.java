package io.churnwatch.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PsiTest {
    @Test
    void itIsTheSumOverTheBinsOfTheDifferenceTimesItsLogarithm() {
        double expected = (0.6 - 0.5) * Math.log(0.6 / 0.5) + (0.4 - 0.5) * Math.log(0.4 / 0.5);

        assertThat(Psi.of(new long[] {500_000, 500_000}, new long[] {600_000, 400_000}))
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void aBinThatIsEmptyOnOneSideIsFarButNotInfinitelyFar() {
        assertThat(Psi.of(new long[] {1_000, 0}, new long[] {0, 1_000})).isBetween(5.0, 50.0);
    }

    @Test
    void otherBinsAreRefused() {
        assertThatThrownBy(() -> Psi.of(new long[2], new long[3])).hasMessage("Not the same bins: 2 and 3");
    }

    @Property
    void equalCountsAreNoDistance(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 10_000) Integer> counts) {
        assertThat(Psi.of(longs(counts), longs(counts))).isZero();
    }

    @Property
    void theDistanceIsTheSameBothWaysAndNeverNegative(
            @ForAll @Size(8) List<@IntRange(max = 10_000) Integer> first,
            @ForAll @Size(8) List<@IntRange(max = 10_000) Integer> second) {
        double there = Psi.of(longs(first), longs(second));

        assertThat(there).isNotNegative().isFinite();
        assertThat(Psi.of(longs(second), longs(first))).isCloseTo(there, within(1e-12));
    }

    @Property
    void theMoreRowsMoveToAnotherBinTheFurtherItIs(
            @ForAll @IntRange(min = 1, max = 500) int moved, @ForAll @IntRange(min = 1, max = 400) int more) {
        long[] before = {1_000, 1_000, 1_000};

        assertThat(Psi.of(before, new long[] {1_000L - moved - more, 1_000L + moved + more, 1_000}))
                .isGreaterThan(Psi.of(before, new long[] {1_000L - moved, 1_000L + moved, 1_000}));
    }

    static long[] longs(List<Integer> counts) {
        return counts.stream().mapToLong(Integer::longValue).toArray();
    }
}
