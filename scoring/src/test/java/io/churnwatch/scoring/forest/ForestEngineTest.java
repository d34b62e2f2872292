package io.churnwatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every engine equals the plain walk bit for bit, on random forests and on rows at and beside every split point. */
class ForestEngineTest {
    @Property(tries = 60)
    void shallowForestsScoreTheSameInEveryEngine(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int trees, @ForAll @IntRange(max = 5) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);

        for (Precision precision : Precision.values()) {
            assertEqualToPlain(forest, new TabulatedForest(forest.plain(), forest.tests(), precision), precision);
            assertEqualToPlain(forest, packed(forest, precision), precision);
            assertEqualToPlain(forest, new WalkedForest(forest.plain(), forest.tests(), precision), precision);
        }
    }

    @Property(tries = 40)
    void deepForestsScoreTheSameInPackedNodes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int trees, @ForAll @IntRange(max = 12) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);

        for (Precision precision : Precision.values()) {
            assertEqualToPlain(forest, packed(forest, precision), precision);
        }
    }

    @Test
    void aForestThatPackedNodesCannotHoldIsWalked() {
        FlatForest tree = Stumps.balanced((1 << 17) - 1);
        SplitTests tests = new SplitTests(tree);
        assertThat(PackedForest.fits(tree, new NodeLayout(tree), new Comparands(tests)))
                .isFalse();
        ForestScorer scorer = new ForestScorer(
                new CompiledForest(RandomForest.columns(), new Ensemble(tree, null, Precision.DOUBLE, 1, Link.NONE)));

        for (double value : new double[] {-1, 0, 1, 77_777, 77_777.5, 1 << 17, 1e9}) {
            double[] row = {value, 0, 0, 0};
            assertThat(scorer.score(row)).isEqualTo(Math.min(Math.max(0, Math.ceil(value)), (1 << 17) - 1) / (1 << 17));
        }
    }

    @Property(tries = 60)
    void aRowThatTheEngineCannotTakeIsWalked(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int trees, @ForAll @IntRange(max = 7) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth, true);
        ForestScorer scorer = new ForestScorer(forest.compiled());

        for (int i = 0; i < 300; i++) {
            double[] row = forest.rowWithGaps();
            assertThat(Double.valueOf(scorer.score(row))).isEqualTo(Double.valueOf(forest.walked(row)));
        }
    }

    @Property(tries = 40)
    void manyRowsAtOnceScoreAsOneByOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int trees,
            @ForAll @IntRange(max = 9) int depth,
            @ForAll @IntRange(max = 150) int count) {
        RandomForest forest = new RandomForest(seed, trees, depth, true);
        ForestScorer scorer = new ForestScorer(forest.compiled());
        double[][] rows = new double[count][];
        Arrays.setAll(rows, row -> forest.rowWithGaps());
        double[] probabilities = new double[count];

        scorer.score(rows, probabilities);

        for (int row = 0; row < count; row++) {
            assertThat(Double.valueOf(probabilities[row])).isEqualTo(Double.valueOf(forest.walked(rows[row])));
        }
    }

    @Test
    void manyRowsOfALargeForestScoreTheSameTogetherAsOneByOne() {
        RandomForest forest = new RandomForest(7, 100, 13, true);
        CompiledForest compiled = forest.compiled();
        assertThat(compiled.gainsByRows()).isTrue();
        double[][] rows = new double[150][];
        Arrays.setAll(rows, row -> forest.rowWithGaps());
        double[] probabilities = new double[rows.length];

        new ForestScorer(compiled).score(rows, probabilities);

        for (int row = 0; row < rows.length; row++) {
            assertThat(Double.valueOf(probabilities[row])).isEqualTo(Double.valueOf(forest.walked(rows[row])));
        }
    }

    private static PackedForest packed(RandomForest forest, Precision precision) {
        NodeLayout layout = new NodeLayout(forest.plain());
        Comparands comparands = new Comparands(forest.tests());
        assertThat(PackedForest.fits(forest.plain(), layout, comparands)).isTrue();
        return new PackedForest(forest.plain(), layout, comparands, precision);
    }

    /** One by one, and all at once. */
    private static void assertEqualToPlain(RandomForest forest, ForestEngine engine, Precision precision) {
        int[][] ranks = new int[300][forest.tests().axes()];
        double[] expected = new double[ranks.length];
        ForestEngine.Scratch scratch = engine.newScratch();
        for (int i = 0; i < ranks.length; i++) {
            double[] row = forest.rowWithGaps();
            assertThat(forest.tests().writeRanks(row, ranks[i])).isTrue();
            for (int tree = 0; tree < forest.plain().size(); tree++) {
                expected[i] = precision.round(expected[i] + forest.plain().leaf(tree, row));
            }
            assertThat(engine.sum(ranks[i], scratch)).isEqualTo(expected[i]);
        }
        double[] sums = new double[ranks.length];
        engine.sums(ranks, ranks.length, sums, scratch);
        assertThat(sums).isEqualTo(expected);
    }
}
