package io.churnwatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitTestsTest {
    @Property(tries = 40)
    void rowsOfEqualRanksGoTheSameWayAtEveryNode(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int trees, @ForAll @IntRange(max = 5) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        Map<String, String> outcomes = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            double[] row = forest.rowWithGaps();
            int[] ranks = ranks(forest.tests(), row);
            byte[] goesRight = new byte[forest.tests().size()];
            forest.tests().writeAnswers(ranks, goesRight);

            String outcome = forest.walked(row) + Arrays.toString(goesRight);
            assertThat(outcomes.computeIfAbsent(Arrays.toString(ranks), key -> outcome))
                    .isEqualTo(outcome);
        }
    }

    @Test
    void aMissingValueAndBothSidesOfASplitHaveRanksOfTheirOwn() {
        SplitTests tests = new SplitTests(Stumps.on(0, 5));

        assertThat(ranks(tests, 5)).isEqualTo(ranks(tests, -100)).isNotEqualTo(ranks(tests, Math.nextUp(5.0)));
        assertThat(List.of(NoValue.MISSING, NoValue.FAILED, NoValue.NOT_A_NUMBER, 5.0, 6.0))
                .extracting(value -> Arrays.toString(ranks(tests, value)))
                .doesNotHaveDuplicates();
    }

    private static int[] ranks(SplitTests tests, double... row) {
        int[] ranks = new int[tests.axes()];
        tests.writeRanks(row, ranks);
        return ranks;
    }
}
