package io.churnwatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeShapTest {
    @Property(tries = 100)
    void contributionsEqualShapleysRuleOverAllSubsets(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int trees,
            @ForAll @IntRange(max = 14) int depth,
            @ForAll @IntRange(min = 1, max = 12) int players) {
        DiceTrees grown = new DiceTrees(seed, trees, depth, players);
        byte[] row = grown.row();
        double[] contributions = new double[players];

        new TreeShap(grown).explainer().explain(row, contributions);

        assertThat(contributions).containsExactly(ShapleyByDefinition.contributions(grown, row), within(1e-12));
    }

    @Property(tries = 60)
    void contributionsOfAForestEqualShapleysRuleWhateverIsMissing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int trees, @ForAll @IntRange(max = 9) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        byte[] row = goesRight(forest.tests(), forest.rowWithGaps());
        double[] contributions = new double[RandomForest.FIELDS];

        new TreeShap(forest.explained()).explainer().explain(row, contributions);

        assertThat(contributions)
                .containsExactly(ShapleyByDefinition.contributions(forest.explained(), row), within(1e-12));
    }

    @Property(tries = 60)
    void baseAndContributionsAddUpToTheScore(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int trees,
            @ForAll @IntRange(max = 14) int depth,
            @ForAll @IntRange(min = 1, max = 40) int players) {
        DiceTrees grown = new DiceTrees(seed, trees, depth, players);
        TreeShap shap = new TreeShap(grown);
        TreeShap.Explainer explainer = shap.explainer();
        double[] contributions = new double[players];

        for (int i = 0; i < 20; i++) {
            byte[] row = grown.row();
            explainer.explain(row, contributions);

            assertThat(shap.base() + Arrays.stream(contributions).sum()).isCloseTo(grown.mean(row), within(1e-12));
        }
    }

    @Property(tries = 60)
    void aPlayerWhomNoTreeAsksContributesExactlyNothing(
            @ForAll long seed,
            @ForAll @IntRange(max = 12) int depth,
            @ForAll @IntRange(min = 1, max = 12) int players) {
        DiceTrees grown = new DiceTrees(seed, 5, depth, players);
        double[] contributions = new double[players];
        Arrays.fill(contributions, Double.NaN);

        new TreeShap(grown).explainer().explain(grown.row(), contributions);

        assertThat(contributions[players - 1]).isZero();
    }

    @Test
    void aForestOfManyBlocksIsTheMeanOfItsTrees() {
        int trees = 60;
        DiceTrees grown = new DiceTrees(7, trees, 14, 12);
        assertThat(grown.nodes()).isGreaterThan(4 * TreeShap.BLOCK_NODES);
        byte[] row = grown.row();
        double[] sum = new double[grown.players()];
        for (int tree = 0; tree < trees; tree++) {
            double[] contributions = new double[grown.players()];
            new TreeShap(grown.only(tree)).explainer().explain(row, contributions);
            Arrays.setAll(sum, p -> sum[p] + contributions[p]);
        }
        double[] contributions = new double[grown.players()];

        new TreeShap(grown).explainer().explain(row, contributions);

        Arrays.setAll(sum, p -> sum[p] / trees);
        assertThat(contributions).containsExactly(sum, within(1e-12));
    }

    @Test
    void aStumpMovesTheMeanOfItsRecordsToItsLeaf() {
        FlatForest stump = Stumps.on(1, 5);
        SplitTests tests = new SplitTests(stump);
        Players players = new Players(RandomForest.columns(), tests);
        double[] contributions = new double[RandomForest.FIELDS];

        new TreeShap(new ForestPlayers(stump, tests, players))
                .explainer()
                .explain(goesRight(tests, new double[] {1, 9, 1, 1}), contributions);

        assertThat(contributions).containsExactly(new double[] {0, 0.8 - 0.35, 0, 0}, within(1e-15));
    }

    @Test
    void theQuadratureIsExactForPolynomialsOfItsDegree() {
        for (int points = 1; points <= 12; points++) {
            GaussLegendre rule = GaussLegendre.ofPoints(points);
            for (int degree = 0; degree < 2 * points; degree++) {
                double integral = 0;
                for (int k = 0; k < points; k++) {
                    integral += rule.weights()[k] * Math.pow(rule.points()[k], degree);
                }
                assertThat(integral).isCloseTo(1.0 / (degree + 1), within(1e-14));
            }
        }
    }

    private static byte[] goesRight(SplitTests tests, double[] row) {
        int[] ranks = new int[tests.axes()];
        assertThat(tests.writeRanks(row, ranks)).isTrue();
        byte[] goesRight = new byte[tests.size()];
        tests.writeOutcomes(ranks, goesRight);
        return goesRight;
    }
}
