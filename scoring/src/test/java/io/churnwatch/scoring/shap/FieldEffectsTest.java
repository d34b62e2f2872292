package io.churnwatch.scoring.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.RandomForest;
import io.churnwatch.scoring.forest.SplitTests;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FieldEffectsTest {
    @Property(tries = 40)
    void theEffectOfAValueIsTheMeanOfAllRecordsHadTheyThatValue(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int trees, @ForAll @IntRange(max = 8) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        SplitTests tests = forest.tests();
        FieldEffects effects = new FieldEffects(forest.plain(), tests, 0.5);

        for (int i = 0; i < 20; i++) {
            double[] row = forest.row();
            for (int axis = 0; axis < tests.axes(); axis++) {
                double value = row[tests.column(axis)];
                double expected = 0;
                for (int tree = 0; tree < forest.plain().size(); tree++) {
                    expected += mean(forest, forest.plain().root(tree), axis, tests.rank(axis, value));
                }

                assertThat(effects.ofCategory(axis, value, "").probability())
                        .isCloseTo(expected / forest.plain().size(), within(1e-12));
            }
        }
    }

    private static double mean(RandomForest grown, int node, int axis, int rank) {
        FlatForest forest = grown.plain();
        if (forest.isLeaf(node)) {
            return forest.value(node);
        }
        int left = forest.left(node);
        int right = forest.right(node);
        int test = forest.test(node);
        if (grown.tests().axis(test) == axis) {
            return mean(grown, grown.tests().goesRight(test, rank) ? right : left, axis, rank);
        }
        return (forest.cover(left) * mean(grown, left, axis, rank)
                        + forest.cover(right) * mean(grown, right, axis, rank))
                / forest.cover(node);
    }
}
