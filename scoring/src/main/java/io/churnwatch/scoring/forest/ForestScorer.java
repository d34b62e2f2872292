package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * Scores rows of one model without allocating. Belongs to one thread: every thread takes its own from
 * {@code PmmlForest.scorer()}.
 */
public final class ForestScorer {
    private final CompiledForest forest;
    private final Formula[] derived;
    private final double[] columns;
    private final int[] ranks;
    private final ForestEngine.Scratch scratch;
    private final int inputs;

    // Rows waiting to be scored together; allocated on first use.
    private static final int BLOCK = 64;
    private int[][] block = {};
    private int[] blockRows = {};
    private double[] blockScores = {};

    public ForestScorer(CompiledForest forest) {
        this.forest = forest;
        this.inputs = forest.columns().inputs();
        this.derived = forest.columns().formulas().toArray(Formula[]::new);
        this.columns = new double[forest.columns().size()];
        this.ranks = new int[forest.tests().axes()];
        this.scratch = forest.newScratch();
    }

    /**
     * The probability of churn.
     *
     * @param row one double per input field of the model, in its order, as {@code PmmlForest.encode} writes it; NaN for missing
     * @return in [0, 1]; NaN when the model has no prediction, mostly because a value is missing
     */
    public double score(double[] row) {
        double[] complete = complete(row);
        if (!forest.tests().writeRanks(complete, ranks)) {
            return forest.scoreByWalking(complete);
        }
        double probability = forest.score(ranks, scratch);
        return Double.isNaN(probability) && forest.mayAbstain() ? forest.scoreByWalking(complete) : probability;
    }

    /**
     * The probabilities of many rows, each as {@link #score(double[])} returns it. Faster than one by one where the forest is larger than
     * the nearest cache.
     *
     * @param rows one array for each row, as for a single one
     * @param probabilities at least as many; written by row
     */
    public void score(double[][] rows, double[] probabilities) {
        if (!forest.gainsByRows()) {
            for (int row = 0; row < rows.length; row++) {
                probabilities[row] = score(rows[row]);
            }
            return;
        }
        if (block.length == 0) {
            block = new int[BLOCK][ranks.length];
            blockRows = new int[BLOCK];
            blockScores = new double[BLOCK];
        }
        int waiting = 0;
        for (int row = 0; row < rows.length; row++) {
            double[] complete = complete(rows[row]);
            if (forest.tests().writeRanks(complete, block[waiting])) {
                blockRows[waiting++] = row;
            } else {
                probabilities[row] = forest.scoreByWalking(complete);
            }
            if (waiting == BLOCK || row == rows.length - 1) {
                scoreBlock(waiting, probabilities);
                waiting = 0;
            }
        }
    }

    private void scoreBlock(int rows, double[] probabilities) {
        forest.score(block, rows, blockScores, scratch);
        for (int i = 0; i < rows; i++) {
            probabilities[blockRows[i]] = blockScores[i];
        }
    }

    /** The ranks of a row, valid until the next call. */
    public int[] ranksToExplain(double[] row) {
        forest.tests().writeRanksToExplain(complete(row), ranks);
        return ranks;
    }

    /** The row with its derived columns. */
    public double[] complete(double[] row) {
        if (derived.length == 0) {
            return row;
        }
        System.arraycopy(row, 0, columns, 0, inputs);
        Arrays.fill(columns, inputs, columns.length, NoValue.FAILED);
        for (int d = 0; d < derived.length; d++) {
            columns[inputs + d] = derived[d].of(columns);
        }
        return columns;
    }
}
