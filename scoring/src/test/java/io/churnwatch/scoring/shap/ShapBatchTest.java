package io.churnwatch.scoring.shap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShapBatchTest {
    @Property(tries = 30)
    void everyRowIsExplainedAsItIsAlone(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int trees,
            @ForAll @IntRange(max = 9) int depth,
            @ForAll @IntRange(min = 1, max = 20) int players,
            @ForAll @IntRange(max = RowArrays.ROWS) int rows) {
        DiceTrees dice = new DiceTrees(seed, trees, depth, players);
        TreeShap shap = new TreeShap(dice.trees());
        byte[][] goesRight = new byte[rows][];
        Arrays.setAll(goesRight, row -> dice.row());
        double[][] contributions = new double[rows][players];

        shap.batch().explain(rows, goesRight, contributions);

        TreeShap.Explainer explainer = shap.explainer();
        double[] alone = new double[players];
        double apart = 0;
        for (int row = 0; row < rows; row++) {
            explainer.explain(goesRight[row], alone);
            for (int player = 0; player < players; player++) {
                apart = Math.max(apart, Math.abs(contributions[row][player] - alone[player]));
            }
        }
        assertThat(apart).isLessThan(1e-12);
    }

    @Property(tries = 20)
    void aBatchLeavesNothingBehindForTheNext(@ForAll long seed) {
        DiceTrees dice = new DiceTrees(seed, 3, 8, 5);
        byte[][] goesRight = {dice.row(), dice.row(), dice.row()};
        ShapBatch batch = new TreeShap(dice.trees()).batch();
        double[][] first = new double[3][5];
        double[][] second = new double[3][5];

        batch.explain(3, goesRight, first);
        batch.explain(3, goesRight, second);

        assertThat(second).isDeepEqualTo(first);
    }

    /** So that a replay, which cuts its rows into other batches, writes the same digits. */
    @Property(tries = 20)
    void whatIsSaidOfARowIsTheSameToTheLastDigitInAnyCompany(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
        DiceTrees dice = new DiceTrees(seed, 3, 9, 7);
        byte[][] goesRight = new byte[rows][];
        Arrays.setAll(goesRight, row -> dice.row());
        TreeShap shap = new TreeShap(dice.trees());
        double[][] together = new double[rows][7];
        double[][] apart = new double[rows][7];

        shap.batch().explain(rows, goesRight, together);
        ShapBatch one = shap.batch();
        for (int row = 0; row < rows; row++) {
            one.explain(1, new byte[][] {goesRight[row]}, new double[][] {apart[row]});
        }

        assertThat(together).isDeepEqualTo(apart);
    }
}
