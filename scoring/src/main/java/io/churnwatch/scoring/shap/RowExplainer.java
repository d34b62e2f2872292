package io.churnwatch.scoring.shap;

import io.churnwatch.scoring.forest.ForestScorer;
import io.churnwatch.scoring.forest.SplitTests;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Explains rows of one model without allocating, one or many at a time. Belongs to one thread: every thread takes its own
 * from {@code PmmlForest.explainer()}.
 *
 * <p>All contributions are in probability: {@link #base()} and they add up to the score, and a field that no tree tests has exactly 0.
 */
public final class RowExplainer {
    /** As many rows are explained at once; more, in several goes. */
    public static final int ROWS_AT_ONCE = RowArrays.ROWS;

    private final ForestExplainer forest;
    private final ForestScorer scorer;
    private final SplitTests tests;
    private final TreeShap.Explainer one;
    private final byte[] goesRight;
    private final double[] ofPlayers;

    private @Nullable Block block; // made when many rows come first

    private record Block(ShapBatch batch, byte[][] goesRight, double[][] ofPlayers) {}

    public RowExplainer(ForestExplainer forest, SplitTests tests, ForestScorer scorer) {
        this.forest = forest;
        this.scorer = scorer;
        this.tests = tests;
        this.one = forest.shap().explainer();
        this.goesRight = new byte[tests.size()];
        this.ofPlayers = new double[forest.trees().players()];
    }

    /** The mean score of the training records, where contributions add up from. */
    public double base() {
        return forest.base();
    }

    /**
     * Exact contributions: path-dependent TreeSHAP.
     *
     * @param row as for {@link ForestScorer#score(double[])}
     * @param contributions written; one per input field, NaN for a row without score
     * @return the probability, NaN when there is none
     */
    public double explain(double[] row, double[] contributions) {
        double probability = scorer.score(row);
        tests.writeAnswers(scorer.ranksToExplain(row), goesRight);
        one.explain(goesRight, ofPlayers);
        write(ofPlayers, probability, contributions);
        return probability;
    }

    /**
     * The exact contributions to many rows, equal to those of one after the other but for rounding, at a fraction of the cost.
     *
     * @param rows one array for each row, as for a single one
     * @param probabilities at least as many; written by row
     * @param contributions at least as many; written by row
     */
    public void explain(double[][] rows, double[] probabilities, double[][] contributions) {
        scorer.score(rows, probabilities);
        Block many = block();
        for (int from = 0; from < rows.length; from += RowArrays.ROWS) {
            int count = Math.min(RowArrays.ROWS, rows.length - from);
            for (int i = 0; i < count; i++) {
                tests.writeAnswers(scorer.ranksToExplain(rows[from + i]), many.goesRight()[i]);
            }
            many.batch().explain(count, many.goesRight(), many.ofPlayers());
            for (int i = 0; i < count; i++) {
                write(many.ofPlayers()[i], probabilities[from + i], contributions[from + i]);
            }
        }
    }

    private void write(double[] ofPlayers, double probability, double[] contributions) {
        if (Double.isNaN(probability)) {
            Arrays.fill(contributions, Double.NaN);
        } else {
            forest.share(ofPlayers, probability, contributions);
        }
    }

    private Block block() {
        Block made = block;
        if (made == null) {
            made = new Block(
                    forest.shap().batch(),
                    new byte[RowArrays.ROWS][goesRight.length],
                    new double[RowArrays.ROWS][ofPlayers.length]);
            block = made;
        }
        return made;
    }
}
