package io.churnwatch.scoring.forest;

/**
 * Scores rows of one {@link PmmlForest} without allocating. Belongs to one thread: every thread takes its own from
 * {@link PmmlForest#scorer()}.
 */
public final class ForestScorer {
    private final FlatForest plain;
    private final SplitTests tests;
    private final ForestEngine engine;
    private final ForestEngine.Scratch scratch;
    private final int[] ranks;

    ForestScorer(FlatForest plain, SplitTests tests, ForestEngine engine) {
        this.plain = plain;
        this.tests = tests;
        this.engine = engine;
        this.scratch = engine.newScratch();
        this.ranks = new int[tests.fields()];
    }

    /**
     * The probability of churn.
     *
     * @param row one double per input field of the model, in its order, as {@link PmmlForest#encode} writes it: a number, a
     *     category's code, or NaN for missing
     * @return in [0, 1]; NaN when some tree needs a value that is missing
     */
    public double score(double[] row) {
        return sum(row) / plain.size();
    }

    private double sum(double[] row) {
        for (int f = 0; f < ranks.length; f++) {
            double value = row[f];
            if (Double.isNaN(value)) {
                return plain.sum(row); // the engines know no missing values
            }
            ranks[f] = tests.rank(f, value);
        }
        return engine.sum(ranks, scratch);
    }
}
