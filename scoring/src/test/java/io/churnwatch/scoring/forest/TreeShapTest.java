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
        TreeShap shap = new TreeShap(forest.plain(), forest.tests());
        double[] row = forest.row();
        double[] contributions = new double[FIELDS];

        shap.explainer().explain(row, contributions);

        double[] expected = bruteForce(forest.plain(), row);
        for (int f = 0; f < FIELDS; f++) {
            assertThat(contributions[f]).isCloseTo(expected[f], within(1e-9));
        }
    }

    @Property(tries = 60)
    void baseAndContributionsAddUpToTheScore(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int trees, @ForAll @IntRange(max = 10) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        TreeShap shap = new TreeShap(forest.plain(), forest.tests());
        TreeShap.Explainer explainer = shap.explainer();
        double[] contributions = new double[FIELDS];

        for (int i = 0; i < 20; i++) {
            double[] row = forest.row();
            explainer.explain(row, contributions);

            assertThat(shap.base() + Arrays.stream(contributions).sum())
                    .isCloseTo(forest.plain().sum(row) / forest.plain().size(), within(1e-9));
        }
    }

    @Test
    void aFieldThatNoTreeAsksForContributesExactlyNothing() {
        FlatForest stump = new FlatForest(
                new int[] {2},
                new int[] {FlatForest.LEAF, FlatForest.LEAF, 1},
                new double[] {0.2, 0.8, 5},
                new long[][] {{}, {}, {}},
                new int[] {0, 0, 0},
                new int[] {0, 0, 1},
                new double[] {30, 10, 40});
        double[] contributions = new double[3];

        new TreeShap(stump, new SplitTests(stump, new int[] {0, 0, 0}))
                .explainer()
                .explain(new double[] {1, 9, 1}, contributions);

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
    private static double[] bruteForce(FlatForest forest, double[] row) {
        double[] worth = new double[1 << FIELDS];
        for (int subset = 0; subset < worth.length; subset++) {
            for (int tree = 0; tree < forest.size(); tree++) {
                worth[subset] += expected(forest, forest.root(tree), row, subset) / forest.size();
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
    private static double expected(FlatForest forest, int node, double[] row, int subset) {
        if (forest.isLeaf(node)) {
            return forest.value(node);
        }
        int left = forest.left(node);
        int right = forest.right(node);
        int field = forest.field(node);
        if ((subset >> field & 1) == 1) {
            long[] set = forest.set(node);
            boolean holds =
                    set.length == 0 ? row[field] <= forest.threshold(node) : FlatForest.contains(set, (int) row[field]);
            return expected(forest, holds ? left : right, row, subset);
        }
        return (forest.cover(left) * expected(forest, left, row, subset)
                        + forest.cover(right) * expected(forest, right, row, subset))
                / forest.cover(node);
    }

    private static double factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }
}
