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

class SplitKeysTest {
    @Property(tries = 40)
    void rowsOfEqualKeysGoTheSameWayAtEveryNode(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int trees, @ForAll @IntRange(max = 5) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        SplitKeys keys = new SplitKeys(forest.tests());
        Map<String, String> outcomes = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            double[] row = forest.rowWithGaps();
            long[] key = new long[keys.length()];
            int[] ranks = new int[forest.tests().axes()];
            assertThat(forest.tests().writeRanks(row, ranks)).isTrue();
            keys.write(ranks, key);
            byte[] goesRight = new byte[forest.tests().size()];
            forest.tests().writeAnswers(ranks, goesRight);

            String outcome = forest.walked(row) + Arrays.toString(goesRight);
            assertThat(outcomes.computeIfAbsent(Arrays.toString(key), k -> outcome))
                    .isEqualTo(outcome);
        }
    }

    @Test
    void aMissingValueAndBothSidesOfASplitHaveKeysOfTheirOwn() {
        SplitTests tests = new SplitTests(Stumps.on(0, 5));

        assertThat(key(tests, 5)).isEqualTo(key(tests, -100)).isNotEqualTo(key(tests, Math.nextUp(5.0)));
        assertThat(List.of(NoValue.MISSING, NoValue.FAILED, NoValue.NOT_A_NUMBER, 5.0, 6.0))
                .extracting(value -> Arrays.toString(key(tests, value)))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 40)
    void aRowIsRescoredAsItIsScored(@ForAll long seed, @ForAll @IntRange(max = 5) int depth) {
        RandomForest forest = new RandomForest(seed, 5, depth, true);
        ForestScorer scorer = new ForestScorer(forest.compiled());
        long[] key = new long[scorer.keyLength()];
        double kept = Double.NaN;
        for (int i = 0; i < 300; i++) {
            double[] row = forest.rowWithGaps();
            long[] own = new long[scorer.keyLength()];
            scorer.writeKey(row, own);

            kept = scorer.rescore(row, key, kept);

            assertThat(Double.valueOf(kept)).isEqualTo(Double.valueOf(forest.walked(row)));
            assertThat(key).isEqualTo(own);
        }
    }

    @Test
    void aRowOfTheSameKeyHasTheKeptScore() {
        RandomForest forest = new RandomForest(1, 5, 3);
        ForestScorer scorer = new ForestScorer(forest.compiled());
        double[] row = forest.rowWithGaps();
        long[] key = new long[scorer.keyLength()];
        scorer.writeKey(row, key);

        assertThat(scorer.rescore(row, key, 0.123)).isEqualTo(0.123);
    }

    private static long[] key(SplitTests tests, double value) {
        SplitKeys keys = new SplitKeys(tests);
        long[] key = new long[keys.length()];
        int[] ranks = new int[tests.axes()];
        tests.writeRanks(new double[] {value}, ranks);
        keys.write(ranks, key);
        return key;
    }
}
