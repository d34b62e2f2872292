package io.churnwatch.scoring.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.RandomForest;
import io.churnwatch.scoring.forest.SplitTests;
import io.churnwatch.scoring.forest.Stumps;
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
        DiceTrees dice = new DiceTrees(seed, trees, depth, players);
        byte[] row = dice.row();
        double[] contributions = new double[players];

        new TreeShap(dice.trees()).explainer().explain(row, contributions);

        assertThat(contributions).containsExactly(ShapleyByDefinition.contributions(dice.trees(), row), within(1e-12));
    }

    @Test
    void aThousandRowsOfTenPlayersEqualShapleysRuleOverAllTheirSubsets() {
        DiceTrees dice = new DiceTrees(11, 5, 7, 10);
        TreeShap.Explainer explainer = new TreeShap(dice.trees()).explainer();
        double[] contributions = new double[10];
        double apart = 0;

        for (int i = 0; i < 1_000; i++) {
            byte[] row = dice.row();
            explainer.explain(row, contributions);
            double[] expected = ShapleyByDefinition.contributions(dice.trees(), row);
            for (int player = 0; player < contributions.length; player++) {
                apart = Math.max(apart, Math.abs(contributions[player] - expected[player]));
            }
        }

        assertThat(apart).isLessThan(1e-12);
    }

    @Property(tries = 60)
    void contributionsOfAForestEqualShapleysRuleWhateverIsMissing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int trees, @ForAll @IntRange(max = 9) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        byte[] row = goesRight(forest.tests(), forest.rowWithGaps());
        double[] contributions = new double[RandomForest.FIELDS];

        new TreeShap(trees(forest)).explainer().explain(row, contributions);

        assertThat(contributions).containsExactly(ShapleyByDefinition.contributions(trees(forest), row), within(1e-12));
    }

    @Property(tries = 60)
    void baseAndContributionsAddUpToTheScore(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int trees,
            @ForAll @IntRange(max = 14) int depth,
            @ForAll @IntRange(min = 1, max = 40) int players) {
        DiceTrees dice = new DiceTrees(seed, trees, depth, players);
        TreeShap shap = new TreeShap(dice.trees());
        TreeShap.Explainer explainer = shap.explainer();
        double[] contributions = new double[players];

        for (int i = 0; i < 20; i++) {
            byte[] row = dice.row();
            explainer.explain(row, contributions);

            assertThat(shap.base() + Arrays.stream(contributions).sum())
                    .isCloseTo(dice.trees().mean(row), within(1e-12));
        }
    }

    @Property(tries = 60)
    void aPlayerWhomNoTreeAsksContributesExactlyNothing(
            @ForAll long seed,
            @ForAll @IntRange(max = 12) int depth,
            @ForAll @IntRange(min = 1, max = 12) int players) {
        DiceTrees dice = new DiceTrees(seed, 5, depth, players);
        double[] contributions = new double[players];
        Arrays.fill(contributions, Double.NaN);

        new TreeShap(dice.trees()).explainer().explain(dice.row(), contributions);

        assertThat(contributions[players - 1]).isZero();
    }

    @Test
    void aForestOfManyBlocksIsTheMeanOfItsTrees() {
        int trees = 60;
        DiceTrees dice = new DiceTrees(7, trees, 14, 12);
        assertThat(dice.trees().nodes()).isGreaterThan(4 * TreeShap.BLOCK_NODES);
        byte[] row = dice.row();
        double[] sum = new double[12];
        for (int tree = 0; tree < trees; tree++) {
            double[] contributions = new double[12];
            new TreeShap(dice.trees().below(dice.trees().root(tree)))
                    .explainer()
                    .explain(row, contributions);
            Arrays.setAll(sum, p -> sum[p] + contributions[p]);
        }
        double[] contributions = new double[12];

        new TreeShap(dice.trees()).explainer().explain(row, contributions);

        Arrays.setAll(sum, p -> sum[p] / trees);
        assertThat(contributions).containsExactly(sum, within(1e-12));
    }

    @Test
    void aStumpMovesTheMeanOfItsRecordsToItsLeaf() {
        FlatForest stump = Stumps.on(1, 5);
        SplitTests tests = new SplitTests(stump);
        Players players = new Players(RandomForest.columns(), tests);
        double[] contributions = new double[RandomForest.FIELDS];

        new TreeShap(new ForestShapTrees(stump, tests, players))
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

    private static ShapTrees trees(RandomForest forest) {
        return new ForestShapTrees(forest.plain(), forest.tests(), new Players(RandomForest.columns(), forest.tests()));
    }

    private static byte[] goesRight(SplitTests tests, double[] row) {
        int[] ranks = new int[tests.axes()];
        assertThat(tests.writeRanks(row, ranks)).isTrue();
        byte[] goesRight = new byte[tests.size()];
        tests.writeAnswers(ranks, goesRight);
        return goesRight;
    }
}
