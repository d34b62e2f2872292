package io.churnwatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every engine equals the plain walk bit for bit, on random forests and on rows at and beside every split point. */
class ForestEngineTest {
    @Property(tries = 60)
    void shallowForestsScoreTheSameInEveryEngine(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int trees, @ForAll @IntRange(max = 6) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);

        assertEqualToPlain(forest, new TabulatedForest(forest.plain(), forest.tests()));
        assertEqualToPlain(forest, new PackedForest(forest.plain(), forest.tests()));
        assertEqualToPlain(forest, new WalkedForest(forest.plain(), forest.tests()));
    }

    @Property(tries = 20)
    void deepForestsScoreTheSameInThePackedEngine(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int trees, @ForAll @IntRange(max = 12) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);

        assertEqualToPlain(forest, new PackedForest(forest.plain(), forest.tests()));
    }

    private static void assertEqualToPlain(RandomForest forest, ForestEngine engine) {
        ForestScorer scorer = new ForestScorer(forest.plain(), forest.tests(), engine);
        for (int i = 0; i < 300; i++) {
            double[] row = forest.row();
            assertThat(scorer.score(row))
                    .isEqualTo(forest.plain().sum(row) / forest.plain().size());
        }
    }
}
