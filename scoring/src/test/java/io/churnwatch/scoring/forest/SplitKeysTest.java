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
    void rowsOfEqualKeysHaveEqualScoresAndExplanations(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int trees, @ForAll @IntRange(max = 5) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        SplitKeys keys = new SplitKeys(forest.tests());
        TreeShap.Explainer explainer = new TreeShap(forest.explained()).explainer();
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            double[] row = forest.rowWithGaps();
            long[] key = new long[keys.words()];
            double[] contributions = new double[RandomForest.FIELDS];
            keys.write(row, key);
            int[] ranks = new int[forest.tests().axes()];
            assertThat(forest.tests().writeRanks(row, ranks)).isTrue();
            byte[] goesRight = new byte[forest.tests().size()];
            forest.tests().writeOutcomes(ranks, goesRight);
            explainer.explain(goesRight, contributions);

            String saying = forest.walked(row) + Arrays.toString(contributions);
            assertThat(said.computeIfAbsent(Arrays.toString(key), k -> saying)).isEqualTo(saying);
        }
    }

    @Test
    void aMissingValueAndBothSidesOfASplitHaveKeysOfTheirOwn() {
        SplitKeys keys = new SplitKeys(new SplitTests(Stumps.on(0, 5)));

        assertThat(key(keys, 5)).isEqualTo(key(keys, -100)).isNotEqualTo(key(keys, Math.nextUp(5.0)));
        assertThat(List.of(NoValue.MISSING, NoValue.FAILED, NoValue.NOT_A_NUMBER, 5.0, 6.0))
                .extracting(value -> Arrays.toString(key(keys, value)))
                .doesNotHaveDuplicates();
    }

    private static long[] key(SplitKeys keys, double value) {
        long[] key = new long[keys.words()];
        keys.write(new double[] {value}, key);
        return key;
    }
}
