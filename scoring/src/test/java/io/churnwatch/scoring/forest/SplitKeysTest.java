package io.churnwatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
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
        TreeShap.Explainer explainer = new TreeShap(forest.plain(), forest.tests()).explainer();
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            double[] row = forest.row();
            long[] key = new long[keys.words()];
            double[] contributions = new double[RandomForest.FIELDS];
            keys.write(row, key);
            explainer.explain(row, contributions);

            String saying = forest.plain().sum(row) + Arrays.toString(contributions);
            assertThat(said.computeIfAbsent(Arrays.toString(key), k -> saying)).isEqualTo(saying);
        }
    }

    @Test
    void aMissingValueAndBothSidesOfASplitHaveKeysOfTheirOwn() {
        FlatForest stump = new FlatForest(
                new int[] {2},
                new int[] {FlatForest.LEAF, FlatForest.LEAF, 0},
                new double[] {0.2, 0.8, 5},
                new long[][] {{}, {}, {}},
                new int[] {0, 0, 0},
                new int[] {0, 0, 1},
                new double[] {30, 10, 40});
        SplitKeys keys = new SplitKeys(new SplitTests(stump, new int[] {0}));

        assertThat(key(keys, 5)).isEqualTo(key(keys, -100)).isNotEqualTo(key(keys, Math.nextUp(5.0)));
        assertThat(key(keys, Double.NaN)).isNotEqualTo(key(keys, 5)).isNotEqualTo(key(keys, 6));
    }

    private static long[] key(SplitKeys keys, double value) {
        long[] key = new long[keys.words()];
        keys.write(new double[] {value}, key);
        return key;
    }
}
