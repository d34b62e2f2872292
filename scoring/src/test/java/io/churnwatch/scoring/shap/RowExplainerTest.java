package io.churnwatch.scoring.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.scoring.forest.CompiledForest;
import io.churnwatch.scoring.forest.ForestScorer;
import io.churnwatch.scoring.forest.RandomForest;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowExplainerTest {
    @Property(tries = 40)
    void exactAndApproximateContributionsAddUpToTheProbability(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int trees, @ForAll @IntRange(max = 10) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);
        RowExplainer explainer = explainer(forest);
        double[] contributions = new double[RandomForest.FIELDS];

        for (int i = 0; i < 10; i++) {
            double[] row = forest.rowWithGaps();
            double probability = explainer.explain(row, contributions);
            assertThat(probability).isEqualTo(new ForestScorer(forest.compiled()).score(row));
            assertThat(explainer.base() + Arrays.stream(contributions).sum()).isCloseTo(probability, within(1e-12));
        }
    }

    @Property(tries = 20)
    void manyRowsAreExplainedAsOneAfterTheOther(
            @ForAll long seed, @ForAll @IntRange(max = 3 * RowArrays.ROWS) int rows, @ForAll boolean elsewhere) {
        RandomForest forest = new RandomForest(seed, 5, 6, elsewhere); // then some rows have no score
        RowExplainer explainer = explainer(forest);
        double[][] table = new double[rows][];
        Arrays.setAll(table, row -> forest.rowWithGaps());
        double[] probabilities = new double[rows];
        double[][] contributions = new double[rows][RandomForest.FIELDS];

        explainer.explain(table, probabilities, contributions);

        double[] alone = new double[RandomForest.FIELDS];
        double apart = 0;
        for (int row = 0; row < rows; row++) {
            assertThat(probabilities[row]).isEqualTo(Double.valueOf(explainer.explain(table[row], alone)));
            for (int field = 0; field < alone.length; field++) {
                boolean alike = Double.compare(contributions[row][field], alone[field])
                        == 0; // as NaN is, of rows without score
                apart = alike ? apart : Math.max(apart, Math.abs(contributions[row][field] - alone[field]));
            }
        }
        assertThat(apart).isLessThan(1e-12);
    }

    private static RowExplainer explainer(RandomForest forest) {
        CompiledForest compiled = forest.compiled();
        return new RowExplainer(new ForestExplainer(compiled), compiled.tests(), new ForestScorer(compiled));
    }
}
