package io.churnwatch.scoring.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SaabasTest {
    @Test
    void everySplitIsCreditedWithTheChangeOfTheMean() {
        int first = 0;
        int second = BuiltTrees.TESTS_PER_PLAYER;
        BuiltTrees tree = new BuiltTrees(2);
        int grandchild = tree.split(first + 1, tree.leaf(0.2, 5), tree.leaf(0.6, 15)); // mean 0.5
        int child = tree.split(second, tree.leaf(0.8, 10), grandchild); // mean 0.6
        tree.plant(tree.split(first, tree.leaf(0.2, 10), child)); // mean 0.5
        double[] contributions = new double[2];
        byte[] goesRight = {1, 1, 1, 1, 1, 1};

        new Saabas(tree).explain(goesRight, contributions);

        assertThat(contributions).containsExactly(new double[] {0.1 + 0.1, -0.1}, within(1e-15));
    }

    @Property(tries = 60)
    void baseAndContributionsAddUpToTheScore(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int trees,
            @ForAll @IntRange(max = 14) int depth,
            @ForAll @IntRange(min = 1, max = 12) int players) {
        DiceTrees dice = new DiceTrees(seed, trees, depth, players);
        byte[] row = dice.row();
        Saabas saabas = new Saabas(dice.trees());
        double[] contributions = new double[players];

        saabas.explain(row, contributions);

        double sum = saabas.base() + Arrays.stream(contributions).sum();
        assertThat(sum).isCloseTo(dice.trees().mean(row), within(1e-12));
    }

    @Property(tries = 60)
    void theBaseIsThatOfTheExactContributions(@ForAll long seed, @ForAll @IntRange(max = 14) int depth) {
        BuiltTrees trees = new DiceTrees(seed, 5, depth, 4).trees();

        assertThat(new Saabas(trees).base()).isCloseTo(new TreeShap(trees).base(), within(1e-15));
    }

    @Property(tries = 60)
    void contributionsAreThoseOfTheNodesOnThePath(@ForAll long seed, @ForAll @IntRange(max = 10) int depth) {
        DiceTrees dice = new DiceTrees(seed, 1, depth, 4);
        BuiltTrees tree = dice.trees();
        byte[] row = dice.row();
        double[] contributions = new double[4];

        new Saabas(tree).explain(row, contributions);

        double[] expected = new double[4];
        int node = tree.root(0);
        while (!tree.isLeaf(node)) {
            int child = row[tree.test(node)] == 1 ? tree.right(node) : tree.left(node);
            expected[tree.player(node)] += new Saabas(tree.below(child)).base() - new Saabas(tree.below(node)).base();
            node = child;
        }
        assertThat(contributions).containsExactly(expected, within(1e-12));
    }
}
