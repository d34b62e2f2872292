package io.churnwatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeShapTest {
    private static final int FIELDS = RandomForest.FIELDS;

    @Property(tries = 60)
    void contributionsEqualShapleysRuleOverAllSubsets(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int trees, @ForAll @IntRange(max = 9) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        TreeShap shap = new TreeShap(forest.plain(), forest.tests(), forest.players());
        double[] row = forest.rowWithGaps();
        double[] contributions = new double[FIELDS];

        shap.explainer().explain(ranks(forest.tests(), row), contributions);

        double[] expected = bruteForce(forest, row);
        for (int f = 0; f < FIELDS; f++) {
            assertThat(contributions[f]).isCloseTo(expected[f], within(1e-9));
        }
    }

    @Property(tries = 60)
    void baseAndContributionsAddUpToTheScore(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int trees, @ForAll @IntRange(max = 10) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        TreeShap shap = new TreeShap(forest.plain(), forest.tests(), forest.players());
        TreeShap.Explainer explainer = shap.explainer();
        double[] contributions = new double[FIELDS];

        for (int i = 0; i < 20; i++) {
            double[] row = forest.rowWithGaps();
            explainer.explain(ranks(forest.tests(), row), contributions);

            assertThat(shap.base() + Arrays.stream(contributions).sum()).isCloseTo(forest.walked(row), within(1e-9));
        }
    }

    @Test
    void aFieldThatNoTreeAsksForContributesExactlyNothing() {
        FlatForest stump = Stumps.on(1, 5);
        SplitTests tests = new SplitTests(stump);
        double[] contributions = new double[FIELDS];

        new TreeShap(stump, tests, new Players(RandomForest.columns(), tests))
                .explainer()
                .explain(ranks(tests, new double[] {1, 9, 1, 1}), contributions);

        assertThat(contributions[0]).isZero();
        assertThat(contributions[2]).isZero();
        assertThat(contributions[1]).isCloseTo(0.8 - 0.35, within(1e-15));
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

    /** Shapley's rule as it is written down: the mean over all subsets of what a field adds to them. */
    private static double[] bruteForce(RandomForest grown, double[] row) {
        FlatForest forest = grown.plain();
        int[] ranks = ranks(grown.tests(), row);
        double[] worth = new double[1 << FIELDS];
        for (int subset = 0; subset < worth.length; subset++) {
            for (int tree = 0; tree < forest.size(); tree++) {
                worth[subset] += expected(grown, forest.root(tree), ranks, subset) / forest.size();
            }
        }
        double[] shapley = new double[FIELDS];
        for (int f = 0; f < FIELDS; f++) {
            for (int subset = 0; subset < worth.length; subset++) {
                if ((subset >> f & 1) == 0) {
                    int size = Integer.bitCount(subset);
                    double weight = factorial(size) * factorial(FIELDS - size - 1) / factorial(FIELDS);
                    shapley[f] += weight * (worth[subset | 1 << f] - worth[subset]);
                }
            }
        }
        return shapley;
    }

    /** The expected leaf when only the fields of the subset are known: both sides by cover where one is not. */
    private static double expected(RandomForest grown, int node, int[] ranks, int subset) {
        FlatForest forest = grown.plain();
        if (forest.isLeaf(node)) {
            return forest.value(node);
        }
        int left = forest.left(node);
        int right = forest.right(node);
        int test = forest.test(node);
        int axis = grown.tests().axis(test);
        if ((subset >> grown.tests().column(axis) & 1) == 1) {
            return expected(grown, grown.tests().goesRight(test, ranks[axis]) ? right : left, ranks, subset);
        }
        return (forest.cover(left) * expected(grown, left, ranks, subset)
                        + forest.cover(right) * expected(grown, right, ranks, subset))
                / forest.cover(node);
    }

    private static int[] ranks(SplitTests tests, double[] row) {
        int[] ranks = new int[tests.axes()];
        assertThat(tests.writeRanks(row, ranks)).isTrue();
        return ranks;
    }

    private static double factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }
}
